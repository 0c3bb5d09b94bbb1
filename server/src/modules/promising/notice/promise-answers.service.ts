import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { NoDayKnown, NoSubstitute, NothingOnTime } from '../promising.errors.ts';
import { promiseAnswered } from '../promising.events.ts';
import { PromiseNotice } from './promise-notice.entity.ts';
import type { PromiseAnswer } from './promise-notice.state.ts';

export interface AnswerDraft {
  readonly noticeId: string;
  readonly expectedVersion: number;
  readonly answer: PromiseAnswer;
  readonly substituteItemId: string | null;
}

/**
 * Takes the customer's choice. What follows from it touches stock and promises, which a customer's own transaction may
 * not: it is carried out for the company once this has committed.
 */
class PromiseAnswers {
  /** @throws NotFound, StaleObject, NoticeNotOpen, NoDayKnown, NothingOnTime, NoSubstitute */
  async answer(work: Work, { noticeId, expectedVersion, answer, substituteItemId }: AnswerDraft): Promise<string> {
    const notice = await work.em.findOne(
      PromiseNotice,
      { id: noticeId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    if (!notice) throw new NotFound({}, ['input', 'noticeId']);
    if (notice.version !== expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: notice.version });
    await this.check(work, notice, answer, substituteItemId);
    const item = answer === 'SUBSTITUTE' ? substituteItemId : null;
    notice.settle(answer, work.actor.personId, work.clock.now(), item);
    await work.em.flush();
    work.record(promiseAnswered(notice));
    return notice.id;
  }

  private async check(
    work: Work,
    notice: PromiseNotice,
    answer: PromiseAnswer,
    substituteItemId: string | null,
  ): Promise<void> {
    const missing = notice.late.plus(notice.unpegged);
    if (answer === 'WAIT' && (notice.unpegged.gt(0) || notice.expectedOn === null))
      throw new NoDayKnown({ quantity: notice.unpegged.toString() }, ['input', 'answer']);
    if (answer === 'SPLIT' && missing.gte(notice.wanted)) throw new NothingOnTime({}, ['input', 'answer']);
    if (answer === 'SUBSTITUTE' && !(await this.isSubstitute(work, notice, substituteItemId, missing)))
      throw new NoSubstitute({}, ['input', 'substituteItemId']);
  }

  /** An item of the same kind on sale, of which as much is there by the day that was promised. */
  private async isSubstitute(
    work: Work,
    notice: PromiseNotice,
    itemId: string | null,
    quantity: Decimal,
  ): Promise<boolean> {
    if (itemId === null || itemId === notice.itemId) return false;
    const { rows } = await sql`
      select a.id from catalog_item i join catalog_item old on old.id = ${notice.itemId}
      join promising_availability a on a.item_id = i.id and a.site_id = ${notice.siteId}
      where i.id = ${itemId} and i.is_sellable and i.is_active and i.category_id is not distinct from old.category_id
        and i.unit_code = old.unit_code
        and exists (select from jsonb_to_recordset(a.steps) as s("on" date, quantity numeric)
          where s.quantity >= ${quantity.toString()}::numeric and (s."on" is null or s."on" <= ${notice.promisedOn ?? notice.expectedOn}::date))`.execute(
      work.sql,
    );
    return rows.length > 0;
  }
}

export const promiseAnswers = new PromiseAnswers();
