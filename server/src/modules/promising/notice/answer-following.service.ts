import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { linePromises } from '../../sales/order/line-promises.service.ts';
import { lineSplitting } from '../../sales/order/line-splitting.service.ts';
import { orderCancelling } from '../../sales/order/order-cancelling.service.ts';
import { lockSalesLine } from '../../sales/order/order-lock.service.ts';
import { PromiseNotice } from './promise-notice.entity.ts';

/** Carries out what a customer chose about a changed promise. Run for the company; run again, it finds it done. */
class AnswerFollowing {
  async follow(work: Work, noticeId: string): Promise<void> {
    const notice = await work.em.findOne(PromiseNotice, { id: noticeId });
    if (!notice || notice.isCarriedOut) return;
    const { line } = await lockSalesLine(work, notice.lineId);
    // What was packed meanwhile is on its way and not late any more.
    const late = Decimal.min(notice.late.plus(notice.unpegged), line.cancellableQuantity);
    notice.isCarriedOut = true;
    if (late.gt(0)) await this.carryOut(work, notice, late);
  }

  private async carryOut(work: Work, notice: PromiseNotice, late: Decimal): Promise<void> {
    const { lineId } = notice;
    switch (notice.answer) {
      case 'WAIT':
        return this.promise(work, lineId, notice.expectedOn);
      case 'SPLIT':
        return this.promise(work, await lineSplitting.split(work, lineId, late), notice.expectedOn);
      case 'SUBSTITUTE':
        if (notice.substituteItemId) await lineSplitting.substitute(work, lineId, notice.substituteItemId, late);
        return;
      case 'CANCEL':
        return orderCancelling.cancelStock(work, lineId, late, 'The promised day was not kept');
      case null:
    }
  }

  private async promise(work: Work, lineId: string, on: string | null): Promise<void> {
    if (on === null) return;
    await linePromises.write(work, [
      { lineId, kind: 'CONFIRMED', on, cause: 'CUSTOMER_CHOICE' },
      { lineId, kind: 'ESTIMATED', on, cause: 'CUSTOMER_CHOICE' },
    ]);
  }
}

export const answerFollowing = new AnswerFollowing();
