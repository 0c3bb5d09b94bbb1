import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { TextRefused } from '../interactions.errors.ts';
import { interactionRecorded } from '../interactions.events.ts';
import type { Subject } from '../subject/subjects.service.ts';
import type { Direction, InteractionChannel, Visibility } from './interaction.state.ts';

const MOST_TEXT = 200_000;

/** One contact between us and a party, as somebody notes it. */
export interface NewInteraction {
  readonly organisationId: string;
  /** The side it was had with; STAFF for what is only ours. */
  readonly audience: 'STAFF' | 'SUPPLIER' | 'CUSTOMER';
  readonly contactId?: string | null;
  readonly authorName: string;
  readonly channel: InteractionChannel;
  readonly direction: Direction;
  readonly visibility?: Visibility;
  readonly isAutomatic?: boolean;
  readonly subject?: { readonly type: string; readonly id: string } | null;
  readonly summary?: string;
  readonly body: string;
  readonly bodyHtml?: string | null;
  readonly durationMinutes?: number | null;
  readonly occurredAt?: Date;
}

const UNLESS_SAID = {
  contactId: null,
  visibility: 'SHARED',
  isAutomatic: false,
  subject: null,
  summary: '',
  bodyHtml: null,
  durationMinutes: null,
} as const;

/** The one place where contacts with parties are written down, whatever the channel. */
export class InteractionLog {
  /** @throws TextRefused */
  async record(work: Work, given: NewInteraction): Promise<string> {
    const row = { ...UNLESS_SAID, occurredAt: work.clock.now(), ...given };
    const [body, summary] = [row.body.trim(), row.summary.trim()];
    if ((body === '' && summary === '') || body.length > MOST_TEXT)
      throw new TextRefused({ most: MOST_TEXT }, ['input', 'body']);
    const id = newId();
    const [subjectType, subjectId] = row.subject ? [row.subject.type, row.subject.id] : [null, null];
    await sql`
      insert into interactions_interaction (id, organisation_id, audience, contact_id, author_person_id, author_name, channel,
        direction, visibility, is_automatic, subject_type, subject_id, summary, body, body_html, duration_minutes, occurred_at)
      values (${id}, ${row.organisationId}, ${row.audience}, ${row.contactId}, ${work.actor.personId}, ${row.authorName},
        ${row.channel}, ${row.direction}, ${row.visibility}, ${row.isAutomatic}, ${subjectType}, ${subjectId}, ${summary}, ${body},
        ${row.bodyHtml}, ${row.durationMinutes}, ${row.occurredAt})`.execute(work.sql);
    const { organisationId, audience } = row;
    work.record(interactionRecorded(id, { organisationId, audience, isShared: row.visibility === 'SHARED' }));
    return id;
  }

  /** Which of these stand under a subject, and how many stand there in all. */
  async under(work: Work, subject: Subject, ids: readonly string[]): Promise<{ of: { body: string }[]; all: number }> {
    const { rows } = await sql<{ id: string; body: string }>`
      select id, body from interactions_interaction
      where subject_type = ${subject.type} and subject_id = ${subject.id}`.execute(work.sql);
    return { of: rows.filter(({ id }) => ids.includes(id)), all: rows.length };
  }

  /** Puts what stands under one subject under another: it was about that all along. */
  async move(work: Work, ids: readonly string[], from: Subject, to: Subject): Promise<void> {
    await sql`
      update interactions_interaction set subject_type = ${to.type}, subject_id = ${to.id}
      where id = any(${[...ids]}::uuid[]) and subject_type = ${from.type} and subject_id = ${from.id}`.execute(
      work.sql,
    );
  }
}

export const interactionLog = new InteractionLog();
