import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { lockOrder, schedulesOf, step } from '../order/order-lock.service.ts';
import { PurchaseOrderLine } from '../order/order-line.entity.ts';
import type { PurchaseOrder } from '../order/purchase-order.entity.ts';
import type { ScheduleLine } from '../order/schedule-line.entity.ts';
import { LineNotOpen, PromiseMissing, QuantityNotPositive } from '../purchasing.errors.ts';
import { orderAnswered } from '../purchasing.events.ts';
import { applyAnswer } from './answer-application.service.ts';
import { isWithinTolerance, type Promised } from './answer-tolerance.calc.ts';
import { OrderAnswer } from './order-answer.entity.ts';
import { OrderAnswerLine } from './order-answer-line.entity.ts';
import type { AnswerDecision, LineDecision } from './order-answer.state.ts';
import { supersedePending } from './pending-answer.service.ts';

/** What the supplier says to one schedule line; several deliveries are a split. */
export interface LineAnswer {
  readonly scheduleLineId: string;
  readonly decision: LineDecision;
  readonly deliveries: readonly Promised[];
  readonly note: string;
}

export interface Answer {
  readonly orderId: string;
  /** The version of the order that is answered. */
  readonly version: number;
  readonly decision: AnswerDecision;
  readonly note: string;
  /** Lines that are not named are accepted as asked for. */
  readonly lines: readonly LineAnswer[];
}

/** Takes the supplier's answers: what lies within tolerance holds at once, the rest waits for the buyer. */
export class OrderAnswers {
  /** @throws StaleObject for an answer to an old version, NotInThisState, LineNotOpen, PromiseMissing, AlreadyShipped */
  async answer(work: Work, given: Answer): Promise<{ orderId: string; answerId: string }> {
    const order = await lockOrder(work, given.orderId, { version: given.version, field: 'version' });
    step(order, given.decision === 'REJECT' ? 'reject' : 'answer');
    const schedules = await schedulesOf(work, order.id);
    const open = schedules.filter(({ state }) => state === 'OPEN');
    const answers = this.complete(order, schedules, open, given);
    await supersedePending(work, order.id);
    const answer = this.opened(work, order, given);
    const tolerances = new Map(
      (await work.em.find(PurchaseOrderLine, { orderId: order.id })).map((line) => [line.id, line]),
    );
    const lines = answers.flatMap(({ schedule, said }) =>
      this.linesOf(work, answer, schedule, tolerances.get(schedule.orderLineId), said),
    );
    work.em.persist(answer);
    const isWaiting = given.decision !== 'REJECT' && lines.some((line) => !line.isWithinTolerance);
    order.answeredAt = work.clock.now();
    answer.state = isWaiting ? 'PENDING_REVIEW' : 'APPLIED';
    work.record(orderAnswered(order, { answerId: answer.id, state: answer.state, version: answer.version }));
    if (isWaiting) order.answerState = 'CHANGES_PROPOSED';
    else await applyAnswer(work, order, answer, open, lines);
    return { orderId: order.id, answerId: answer.id };
  }

  private opened(work: Work, order: PurchaseOrder, given: Answer): OrderAnswer {
    return Object.assign(new OrderAnswer(), {
      supplierId: order.supplierId,
      orderId: order.id,
      version: order.version,
      decision: given.decision,
      note: given.note,
      answeredAt: work.clock.now(),
      answeredByPersonId: work.actor.personId,
    });
  }

  /** Says of every open line what was answered to it. */
  private complete(
    order: PurchaseOrder,
    schedules: readonly ScheduleLine[],
    open: readonly ScheduleLine[],
    given: Answer,
  ): { schedule: ScheduleLine; said: LineAnswer }[] {
    const said = new Map(given.lines.map((line) => [line.scheduleLineId, line]));
    given.lines.forEach((line, index) => {
      const path = ['input', 'lines', String(index)];
      const schedule = schedules.find(({ id }) => id === line.scheduleLineId);
      if (!schedule) throw new NotFound({}, [...path, 'scheduleLineId']);
      if (schedule.state !== 'OPEN')
        throw new LineNotOpen({ line: schedule.scheduleNo, number: order.number, state: schedule.state }, path);
      if (line.decision === 'CHANGE' && line.deliveries.length === 0)
        throw new PromiseMissing({}, [...path, 'deliveries']);
      if (line.deliveries.some(({ quantity }) => quantity.lte(0)))
        throw new QuantityNotPositive({}, [...path, 'deliveries']);
    });
    const decision = given.decision === 'REJECT' ? 'REJECT' : 'ACCEPT';
    const whole = (schedule: ScheduleLine): LineAnswer => ({
      scheduleLineId: schedule.id,
      decision,
      deliveries: [],
      note: '',
    });
    return open.map((schedule) => ({
      schedule,
      said: given.decision === 'ACCEPT_WITH_CHANGES' ? (said.get(schedule.id) ?? whole(schedule)) : whole(schedule),
    }));
  }

  private linesOf(
    work: Work,
    answer: OrderAnswer,
    schedule: ScheduleLine,
    line: PurchaseOrderLine | undefined,
    said: LineAnswer,
  ): OrderAnswerLine[] {
    const none = new Decimal(0);
    const promises = promisesOf(schedule, said);
    const asked = {
      on: schedule.requestedOn,
      quantity: schedule.requestedQuantity,
      over: line?.overTolerance ?? none,
      under: line?.underTolerance ?? none,
      days: line?.dateToleranceDays ?? 0,
    };
    const isWithin = said.decision === 'ACCEPT' || (said.decision === 'CHANGE' && isWithinTolerance(asked, promises));
    const row = (promised: Promised | null, position: number): OrderAnswerLine =>
      Object.assign(new OrderAnswerLine(), {
        id: newId(),
        supplierId: answer.supplierId,
        answerId: answer.id,
        scheduleLineId: schedule.id,
        position,
        decision: said.decision,
        promisedOn: promised?.on ?? null,
        quantity: promised?.quantity ?? null,
        note: said.note,
        isWithinTolerance: isWithin,
      });
    const rows =
      said.decision === 'REJECT' ? [row(null, 1)] : promises.map((promised, index) => row(promised, index + 1));
    work.em.persist(rows);
    return rows;
  }
}

// What was promised before holds on when it is simply accepted.
function promisesOf(schedule: ScheduleLine, said: LineAnswer): readonly Promised[] {
  if (said.decision === 'CHANGE') return said.deliveries;
  return [{ on: schedule.confirmedOn ?? schedule.requestedOn, quantity: schedule.orderedQuantity }];
}

export const orderAnswers = new OrderAnswers();
