import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { ReplyRefused } from '../service.errors.ts';
import { isCode, saveRow, type RowRead } from './setup-rows.service.ts';

const LONGEST_TITLE = 200;
const LONGEST_BODY = 20_000;

export interface CannedReplyDraft extends RowRead {
  readonly code: string;
  readonly titleEn: string;
  readonly titleZh: string;
  readonly bodyEn: string;
  readonly bodyZh: string;
  /** The queue in which it is offered; every queue when null. */
  readonly queueId: string | null;
  readonly isActive: boolean;
}

/** Answers that are given often, in both languages. */
export class CannedReplies {
  /** @throws NotFound, StaleObject, ReplyRefused, CodeTaken */
  async save(work: Work, draft: CannedReplyDraft): Promise<string> {
    const { code, titleEn, titleZh, bodyEn, bodyZh, queueId, isActive } = draft;
    refuseUnfit(draft);
    const { rows: queues } = await sql`select from service_queue where id = ${queueId}::uuid`.execute(work.sql);
    if (queueId && queues.length === 0) throw new NotFound({}, ['input', 'queueId']);
    return saveRow(work, 'service_canned_reply', draft, {
      ...{ code, title_en: titleEn, title_zh: titleZh, body_en: bodyEn, body_zh: bodyZh },
      ...{ queue_id: queueId, is_active: isActive },
    });
  }
}

function refuseUnfit({ code, titleEn, titleZh, bodyEn, bodyZh }: CannedReplyDraft): void {
  const wrong = [
    ['code', !isCode(code)],
    ['titleEn', titleEn.trim() === '' || titleEn.length > LONGEST_TITLE],
    ['titleZh', titleZh.length > LONGEST_TITLE],
    ['bodyEn', bodyEn.trim() === '' || bodyEn.length > LONGEST_BODY],
    ['bodyZh', bodyZh.length > LONGEST_BODY],
  ] as const;
  const [first] = wrong.filter(([, isWrong]) => isWrong);
  if (first) throw new ReplyRefused({}, ['input', first[0]]);
}

export const cannedReplies = new CannedReplies();
