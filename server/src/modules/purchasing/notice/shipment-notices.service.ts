import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { lockSchedules, step } from '../order/order-lock.service.ts';
import { PurchaseOrderLine } from '../order/order-line.entity.ts';
import { mostReceivable } from '../order/over-receipt.calc.ts';
import { recount } from '../order/schedule-count.service.ts';
import type { ScheduleLine } from '../order/schedule-line.entity.ts';
import { LineNotOpen, MoreThanOpen, NothingOrdered, ReasonMissing } from '../purchasing.errors.ts';
import {
  noticeArrived,
  noticeCancelled,
  noticeDispatched,
  noticeRescheduled,
  noticeSubmitted,
} from '../purchasing.events.ts';
import { ShipmentNoticeChange } from './notice-change.entity.ts';
import { lockNotice, noticeLinesOf, stepNotice } from './notice-lock.service.ts';
import type { ShipmentNoticeLine } from './notice-line.entity.ts';

export interface Dispatch {
  readonly shippedOn: string;
  readonly expectedOn?: string | null;
  readonly carrier?: string | null;
  readonly tracking?: string | null;
}

/** What becomes of a notice once it is written: announced, on its way, late, here, or withdrawn. */
export class ShipmentNotices {
  /**
   * Announces the goods. With `shippedOn` they are on their way at once. The orders are held meanwhile, so that nobody
   * cancels what is being shipped and nobody ships what was cancelled.
   * @throws StaleObject, NotInThisState, LineNotOpen, MoreThanOpen
   */
  async submit(work: Work, id: string, expectedVersion: number, shippedOn: string | null): Promise<string> {
    const notice = await lockNotice(work, id, expectedVersion);
    stepNotice(notice, 'submit');
    const lines = await noticeLinesOf(work, id);
    if (lines.length === 0) throw new NothingOrdered({}, ['input', 'id']);
    await this.checkOpen(work, lines);
    Object.assign(notice, { submittedAt: work.clock.now(), firstExpectedOn: notice.expectedOn });
    work.record(noticeSubmitted(notice, { number: notice.number, expectedOn: notice.expectedOn }));
    const leftOn = shippedOn ?? notice.shippedOn;
    if (leftOn) {
      notice.shippedOn = leftOn;
      stepNotice(notice, 'dispatch');
      work.record(noticeDispatched(notice, { number: notice.number, shippedOn: leftOn }));
    }
    await recount(
      work,
      lines.map(({ scheduleLineId }) => scheduleLineId),
    );
    return id;
  }

  /** @throws StaleObject, NotInThisState */
  async dispatch(work: Work, id: string, expectedVersion: number, dispatch: Dispatch): Promise<string> {
    const notice = await lockNotice(work, id, expectedVersion);
    stepNotice(notice, 'dispatch');
    notice.shippedOn = dispatch.shippedOn;
    notice.carrier = dispatch.carrier ?? notice.carrier;
    notice.tracking = dispatch.tracking ?? notice.tracking;
    if (dispatch.expectedOn && dispatch.expectedOn !== notice.expectedOn)
      this.move(work, notice, dispatch.expectedOn, 'Dispatch');
    work.record(noticeDispatched(notice, { number: notice.number, shippedOn: dispatch.shippedOn }));
    return id;
  }

  /** Another day, with its reason; the old days stay readable. @throws StaleObject, NotInThisState, ReasonMissing */
  async changeExpected(
    work: Work,
    id: string,
    expectedVersion: number,
    expectedOn: string,
    reason: string,
  ): Promise<string> {
    if (reason.trim() === '') throw new ReasonMissing({}, ['input', 'reason']);
    const notice = await lockNotice(work, id, expectedVersion);
    stepNotice(notice, 'reschedule');
    this.move(work, notice, expectedOn, reason.trim());
    return id;
  }

  /** Withdraws a notice before it has arrived; what it announced may be shipped again. @throws StaleObject, NotInThisState */
  async cancel(work: Work, id: string, expectedVersion: number, reason: string): Promise<string> {
    const notice = await lockNotice(work, id, expectedVersion);
    const wasAnnounced = notice.state !== 'DRAFT';
    stepNotice(notice, 'cancel');
    if (!wasAnnounced) return id;
    const ids = (await noticeLinesOf(work, id)).map(({ scheduleLineId }) => scheduleLineId);
    await lockSchedules(work, ids);
    work.record(noticeCancelled(notice, { number: notice.number, reason }));
    await recount(work, ids);
    return id;
  }

  /** The goods are at the gate; counting follows. @throws StaleObject, NotInThisState */
  async arrive(work: Work, id: string, expectedVersion: number): Promise<string> {
    const notice = await lockNotice(work, id, expectedVersion);
    stepNotice(notice, 'arrive');
    notice.arrivedAt = work.clock.now();
    work.record(noticeArrived(notice, { number: notice.number }));
    return id;
  }

  private move(work: Work, notice: Awaited<ReturnType<typeof lockNotice>>, toExpectedOn: string, reason: string): void {
    work.em.persist(
      Object.assign(new ShipmentNoticeChange(), {
        id: newId(),
        supplierId: notice.supplierId,
        noticeId: notice.id,
        fromExpectedOn: notice.expectedOn,
        toExpectedOn,
        reason,
        changedAt: work.clock.now(),
        changedByPersonId: work.actor.personId,
      }),
    );
    work.record(
      noticeRescheduled(notice, { number: notice.number, from: notice.expectedOn, to: toExpectedOn, reason }),
    );
    // A new day may be missed anew.
    Object.assign(notice, { expectedOn: toExpectedOn, overdueAt: null });
  }

  private async checkOpen(work: Work, lines: readonly ShipmentNoticeLine[]): Promise<void> {
    const ids = lines.map(({ scheduleLineId }) => scheduleLineId);
    const { schedules, orders } = await lockSchedules(work, ids, ['input', 'id']);
    for (const order of orders.values()) step(order, 'ship');
    const tolerances = new Map(
      (
        await work.em.find(PurchaseOrderLine, {
          id: { $in: [...new Set(schedules.map(({ orderLineId }) => orderLineId))] },
        })
      ).map(({ id, overTolerance }) => [id, overTolerance]),
    );
    for (const schedule of schedules) {
      if (schedule.state !== 'OPEN') {
        const number = orders.get(schedule.orderId)?.number ?? '';
        throw new LineNotOpen({ line: schedule.scheduleNo, number, state: schedule.state }, ['input', 'id']);
      }
      const most = shippable(schedule, tolerances.get(schedule.orderLineId) ?? new Decimal(0));
      const wanted = lines.filter(({ scheduleLineId }) => scheduleLineId === schedule.id);
      if (Decimal.sum(0, ...wanted.map(({ quantity }) => quantity)).gt(most))
        throw new MoreThanOpen({ most: most.toString(), unit: schedule.unitCode }, ['input', 'id']);
    }
  }
}

/** What may still be announced on a line, its over-tolerance included. */
function shippable(schedule: ScheduleLine, over: Decimal): Decimal {
  const here = schedule.acceptedQuantity.plus(schedule.quarantineQuantity).plus(schedule.inTransitQuantity);
  return Decimal.max(0, mostReceivable(schedule.orderedQuantity, over).minus(here));
}

export const shipmentNotices = new ShipmentNotices();
