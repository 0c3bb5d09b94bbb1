import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { lockOrder, schedulesOf, step } from '../order/order-lock.service.ts';
import { NotInThisState } from '../purchasing.errors.ts';
import { orderChanged } from '../purchasing.events.ts';
import { applyAnswer } from './answer-application.service.ts';
import { OrderAnswer } from './order-answer.entity.ts';
import { OrderAnswerLine } from './order-answer-line.entity.ts';

/** The buyer's word on an answer outside tolerance. */
export class AnswerReview {
  /** Accepted, its promises hold; refused, the order waits for another answer. @throws NotFound, NotInThisState */
  async decide(work: Work, answerId: string, isAccepted: boolean, note: string): Promise<string> {
    const known = await work.em.findOne(OrderAnswer, answerId);
    if (!known) throw new NotFound({}, ['input', 'answerId']);
    const order = await lockOrder(work, known.orderId);
    const answer = await work.em.refresh(known);
    if (answer?.state !== 'PENDING_REVIEW')
      throw new NotInThisState({ number: order.number, state: known.state }, ['input', 'answerId']);
    step(order, 'review');
    Object.assign(answer, { reviewNote: note, reviewedAt: work.clock.now() });
    if (!isAccepted) {
      answer.state = 'REFUSED';
      order.answerState = 'AWAITING';
      work.record(orderChanged(order, { number: order.number, version: order.version, answerId }));
      return order.id;
    }
    answer.state = 'APPLIED';
    const open = (await schedulesOf(work, order.id)).filter(({ state }) => state === 'OPEN');
    await applyAnswer(work, order, answer, open, await work.em.find(OrderAnswerLine, { answerId }));
    return order.id;
  }
}

export const answerReview = new AnswerReview();
