import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { StatusRefused, TargetsRefused } from '../service.errors.ts';
import type { Priority, Targets } from '../sla/sla-clock.calc.ts';
import { ticketClocks } from '../sla/ticket-clocks.service.ts';
import { BY_ACT_ONLY, PRIORITIES } from '../ticket/ticket.state.ts';
import { lockTicket } from '../ticket/ticket-lock.service.ts';

export interface PolicyDraft {
  readonly code: string;
  readonly expectedVersion: number;
  readonly name: string;
  readonly calendarId: string | null;
  readonly targets: readonly { priority: Priority; responseMinutes: number; resolutionMinutes: number }[];
  readonly appliesToOpenTickets: boolean;
}

/** How the desk works: what it promises, its statuses, its people, its ready answers. */
export class ServiceSetup {
  /** Makes the next version of a policy. @throws StaleObject, TargetsRefused */
  async savePolicy(work: Work, draft: PolicyDraft): Promise<string> {
    const targets = targetsOf(draft);
    const { rows } = await sql<{ version: number }>`
      select version from service_policy where code = ${draft.code} and is_current for update`.execute(work.sql);
    const currentVersion = rows[0]?.version ?? 0;
    if (currentVersion !== draft.expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion });
    await sql`update service_policy set is_current = false where code = ${draft.code} and is_current`.execute(work.sql);
    const id = newId();
    await sql`
      insert into service_policy (id, code, version, name, calendar_id, targets, created_at)
      values (${id}, ${draft.code}, ${draft.expectedVersion + 1}, ${draft.name}, ${draft.calendarId},
        ${JSON.stringify(targets)}::jsonb, ${work.clock.now()})`.execute(work.sql);
    if (draft.appliesToOpenTickets) await this.apply(work, draft.code, targets);
    return id;
  }

  /** The new targets hold for what is open already; what was waited stays on hold. */
  private async apply(work: Work, code: string, targets: Targets): Promise<void> {
    const { rows } = await sql<{ id: string }>`
      select t.id from service_ticket t join service_policy p on p.id = t.policy_id
      where p.code = ${code} and t.category in ('OPEN', 'PAUSED') order by t.id`.execute(work.sql);
    await inOrder(rows, async ({ id }) => {
      const ticket = await lockTicket(work, id);
      await ticketClocks.tell(work, ticket, [{ kind: 'POLICY', data: { targets } }]);
    });
  }

  async saveReply(
    work: Work,
    given: { id: string | null; code: string; titleEn: string; titleZh: string; bodyEn: string; bodyZh: string },
  ): Promise<string> {
    const id = given.id ?? newId();
    await sql`
      insert into service_canned_reply (id, code, title_en, title_zh, body_en, body_zh)
      values (${id}, ${given.code}, ${given.titleEn}, ${given.titleZh}, ${given.bodyEn}, ${given.bodyZh})
      on conflict (id) do update set code = excluded.code, title_en = excluded.title_en, title_zh = excluded.title_zh,
        body_en = excluded.body_en, body_zh = excluded.body_zh`.execute(work.sql);
    return id;
  }

  /** @throws StatusRefused for the statuses that acts give, and for a category of theirs. */
  async saveStatus(
    work: Work,
    { code, category, nameEn, nameZh }: { code: string; category: string; nameEn: string; nameZh: string },
  ): Promise<void> {
    const isRight = /^[A-Z][A-Z0-9_]{1,40}$/.test(code) && !BY_ACT_ONLY.includes(code) && nameEn.trim() !== '';
    if (!isRight || !['OPEN', 'PAUSED'].includes(category)) throw new StatusRefused({}, ['input', 'code']);
    await sql`
      insert into service_status (code, category, name_en, name_zh, place)
      values (${code}, ${category}, ${nameEn}, ${nameZh}, (select max(place) + 1 from service_status))
      on conflict (code) do update set category = excluded.category, name_en = excluded.name_en, name_zh = excluded.name_zh`.execute(
      work.sql,
    );
  }

  /** @throws NotFound */
  async saveAgent(
    work: Work,
    given: { personId: string; queueIds: readonly string[]; skills: readonly string[]; isAvailable: boolean },
  ): Promise<void> {
    const { rows } = await sql`
      select from identity_membership where person_id = ${given.personId} and audience = 'STAFF' and is_active`.execute(
      work.sql,
    );
    if (rows.length === 0) throw new NotFound({}, ['input', 'personId']);
    await sql`
      insert into service_agent (person_id, queue_ids, skills, is_available)
      values (${given.personId}, ${[...given.queueIds]}::uuid[], ${[...given.skills]}::text[], ${given.isAvailable})
      on conflict (person_id) do update set queue_ids = excluded.queue_ids, skills = excluded.skills,
        is_available = excluded.is_available`.execute(work.sql);
  }
}

function targetsOf({ targets }: PolicyDraft): Targets {
  const wrong = (minutes: number) => !Number.isInteger(minutes) || minutes < 1;
  const isRight =
    PRIORITIES.every((priority) => targets.filter((target) => target.priority === priority).length === 1) &&
    targets.every(({ responseMinutes: a, resolutionMinutes: b }) => !wrong(a) && !wrong(b) && a <= b);
  if (!isRight) throw new TargetsRefused({}, ['input', 'targets']);
  return Object.fromEntries(
    targets.map(({ priority, responseMinutes: response, resolutionMinutes: resolution }) => [
      priority,
      { response, resolution },
    ]),
  ) as unknown as Targets;
}

export const serviceSetup = new ServiceSetup();
