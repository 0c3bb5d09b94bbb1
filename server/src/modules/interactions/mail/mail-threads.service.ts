import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { KeptMail } from './filed-mail.service.ts';

/** Mails that belong together by their ids, whoever sent them. */
export class MailThreads {
  /**
   * What the mails that this one names are about, of one kind: first what it answers, then what it refers to, the
   * nearest first; of our mails and of those that came in.
   */
  async subjectOf(work: Work, mail: KeptMail, type: string): Promise<string | null> {
    const ids = [mail.inReplyTo, ...[...mail.references].reverse()].filter((id) => id !== null);
    if (ids.length === 0) return null;
    const { rows } = await sql<{ id: string }>`
      select coalesce(m.subject_id, i.subject_id) as id
      from unnest(${ids}::text[]) with ordinality w(internet_id, place)
      left join interactions_message m on m.internet_id = w.internet_id and m.subject_type = ${type}
      left join interactions_mail r on r.internet_id = w.internet_id
      left join interactions_interaction i on i.id = r.interaction_id and i.subject_type = ${type}
      where coalesce(m.subject_id, i.subject_id) is not null
      order by w.place limit 1`.execute(work.sql);
    return rows[0]?.id ?? null;
  }

  /** The mails of a subject so far, oldest first: what the next one answers, and what it refers to. */
  async idsOf(work: Work, subjectIds: readonly string[], type: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select id from (
        select r.internet_id as id, r.received_at as at from interactions_mail r
        join interactions_interaction i on i.id = r.interaction_id
        where i.subject_type = ${type} and i.subject_id = any(${[...subjectIds]}::uuid[])
        union all
        select m.internet_id, m.created_at from interactions_message m
        where m.subject_type = ${type} and m.subject_id = any(${[...subjectIds]}::uuid[]) and m.state in ('SENT', 'SENDING', 'QUEUED')
      ) mails order by at desc limit 20`.execute(work.sql);
    return rows.map(({ id }) => id).reverse();
  }
}

export const mailThreads = new MailThreads();
