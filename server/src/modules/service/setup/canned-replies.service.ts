import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { ReplyRefused } from '../service.errors.ts';

const LONGEST_TITLE = 200;
const LONGEST_BODY = 20_000;

export interface CannedReplyDraft {
  /** Null for a new one. */
  readonly id: string | null;
  readonly code: string;
  readonly titleEn: string;
  readonly titleZh: string;
  readonly bodyEn: string;
  readonly bodyZh: string;
  /** The queue in which it is offered; every queue when null. */
  readonly queueId: string | null;
  readonly isActive: boolean;
  readonly expectedVersion: number | null;
}

/** Answers that are given often, in both languages. */
export class CannedReplies {
  /** @throws NotFound, StaleObject, ReplyRefused, CodeTaken */
  async save(work: Work, draft: CannedReplyDraft): Promise<string> {
    const { code, titleEn, titleZh, bodyEn, bodyZh, queueId, isActive } = draft;
    refuseUnfit(draft);
    const { rows: queues } = await sql`select from service_queue where id = ${queueId}::uuid`.execute(work.sql);
    if (queueId && queues.length === 0) throw new NotFound({}, ['input', 'queueId']);
    if (draft.id === null) {
      const id = newId();
      await sql`
        insert into service_canned_reply (id, code, title_en, title_zh, body_en, body_zh, queue_id, is_active)
        values (${id}, ${code}, ${titleEn}, ${titleZh}, ${bodyEn}, ${bodyZh}, ${queueId}, ${isActive})`.execute(
        work.sql,
      );
      return id;
    }
    const { rows } = await sql<{ version: number }>`
      select version from service_canned_reply where id = ${draft.id} for update`.execute(work.sql);
    const [kept] = rows;
    if (!kept) throw new NotFound({}, ['input', 'id']);
    if (kept.version !== draft.expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: kept.version });
    await sql`
      update service_canned_reply set code = ${code}, title_en = ${titleEn}, title_zh = ${titleZh}, body_en = ${bodyEn},
        body_zh = ${bodyZh}, queue_id = ${queueId}, is_active = ${isActive}, version = version + 1
      where id = ${draft.id}`.execute(work.sql);
    return draft.id;
  }
}

function refuseUnfit({ code, titleEn, titleZh, bodyEn, bodyZh }: CannedReplyDraft): void {
  const wrong = [
    ['code', !/^[A-Z][A-Z0-9_]{1,40}$/.test(code)],
    ['titleEn', titleEn.trim() === '' || titleEn.length > LONGEST_TITLE],
    ['titleZh', titleZh.length > LONGEST_TITLE],
    ['bodyEn', bodyEn.trim() === '' || bodyEn.length > LONGEST_BODY],
    ['bodyZh', bodyZh.length > LONGEST_BODY],
  ] as const;
  const [first] = wrong.filter(([, isWrong]) => isWrong);
  if (first) throw new ReplyRefused({}, ['input', first[0]]);
}

export const cannedReplies = new CannedReplies();
