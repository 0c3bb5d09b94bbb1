import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { decide, type Addressee, type Decision } from '../consent/may-send.calc.ts';
import { messageStopped } from '../interactions.events.ts';
import type { KeptMessage } from './mail-text.service.ts';
import type { KeptFile } from './message-files.service.ts';

const MINUTE = 60_000;
/** After that long, whoever claimed a message is taken for dead and it is sent by somebody else. */
const LEASE_MS = 10 * MINUTE;

interface Due extends KeptMessage {
  readonly isImmediate: boolean;
  readonly address: string | null;
  readonly attempts: number;
  readonly addressee: Addressee | null;
  readonly files: readonly KeptFile[];
}

/** A message that leaves now, and where to. */
export interface Claimed extends KeptMessage {
  readonly to: string;
  readonly files: readonly KeptFile[];
  /** How often it has been tried, this time included. */
  readonly attempts: number;
}

interface Verdict {
  readonly message: Due;
  readonly decision: Decision;
}

/** Judges messages that are due by what holds at this moment, and claims those that may leave. */
export async function judgeDue(work: Work, atMost: number): Promise<Claimed[]> {
  const now = work.clock.now();
  const verdicts = (await lockDue(work, atMost)).map((message): Verdict => ({
    message,
    decision: decide(message, message.addressee, now),
  }));
  await note(work, verdicts, now);
  return verdicts.flatMap(({ message, decision }) =>
    decision.act === 'SEND' ? [{ ...message, to: decision.to, attempts: message.attempts + 1 }] : [],
  );
}

/** Messages whose moment has come, with whom they go to as he stands now. Two workers never get the same one. */
async function lockDue(work: Work, atMost: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with due as materialized (
      select * from interactions_message
      where state in ('QUEUED', 'SENDING') and due_at <= ${work.clock.now()}
      order by due_at, id limit ${atMost} for update skip locked)
    select m.id, m.contact_id as "contactId", m.purpose, m.is_promotional as "isPromotional", m.is_immediate as "isImmediate",
      m.locale, m.subject, m.body, m.body_html as "bodyHtml", m.internet_id as "internetId", m.in_reply_to as "inReplyTo",
      m.internet_references as references, m.headers, m.attempts, m.address,
      (select o.name from identity_organisation o where o.is_company) as sender,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type, 'size', f.size) order by f.id)
        from interactions_attachment f join interactions_interaction i on i.id = f.interaction_id
        where i.id = m.interaction_id and i.visibility = 'SHARED'), '[]') as files,
      case when c.id is not null then json_build_object(
        'isActive', c.is_active, 'prefers', c.preferred_channel, 'quietFrom', c.quiet_from, 'quietTo', c.quiet_to,
        'zone', coalesce(c.time_zone, o.time_zone),
        'email', (select a.address from interactions_contact_address a
          where a.contact_id = c.id and a.channel = 'EMAIL' order by a.is_primary desc, a.id limit 1),
        'consent', coalesce((select k.state from interactions_consent k
          where k.contact_id = c.id and k.channel = 'EMAIL' and k.purpose = m.purpose
          order by k.recorded_at desc, k.id desc limit 1), 'UNKNOWN')) end as addressee
    from due m
    left join interactions_contact c on c.id = m.contact_id
    left join identity_organisation o on o.id = c.organisation_id
    order by m.due_at, m.id`.execute(work.sql);
  return rows;
}

async function note(work: Work, verdicts: readonly Verdict[], now: Date): Promise<void> {
  if (verdicts.length === 0) return;
  const rows = verdicts.map(({ message: { id }, decision }) => {
    if (decision.act === 'STOP') work.record(messageStopped(id, decision.reason));
    return { id, ...changeOf(decision, now) };
  });
  await sql`
    update interactions_message m
    set state = r.state, reason = r.reason, due_at = r.due_at, attempts = m.attempts + r.tries
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, state text, reason text, due_at timestamptz, tries int)
    where m.id = r.id`.execute(work.sql);
}

function changeOf(decision: Decision, now: Date) {
  switch (decision.act) {
    case 'SEND':
      return { state: 'SENDING', reason: '', due_at: new Date(now.getTime() + LEASE_MS), tries: 1 };
    case 'HOLD':
      return { state: 'QUEUED', reason: 'QUIET_HOURS', due_at: decision.until, tries: 0 };
    case 'STOP':
      return { state: 'STOPPED', reason: decision.reason, due_at: now, tries: 0 };
  }
}
