import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { lockSchedules } from '../../purchasing/order/order-lock.service.ts';
import { purchaseOrders } from '../../purchasing/order/purchase-orders.service.ts';
import { commitmentCancelAsked, commitmentCancelled, commitmentKept } from '../vmi.events.ts';
import { AlreadyShipped } from '../../purchasing/purchasing.errors.ts';
import { NotAllowedNow, OwnProposal, ReasonNeeded } from '../vmi.errors.ts';
import { sideOf } from '../vmi.policy.ts';
import { Commitment } from './commitment.entity.ts';
import { commitmentTransitions } from './commitment.state.ts';

/** Takes promises back: one side asks, the other decides. A promise that is on its way stands. */
class CommitmentEndings {
  /** @throws NotFound, StaleObject, AlreadyShipped, NotAllowedNow, ReasonNeeded */
  async ask(work: Work, id: string, expectedVersion: number, reason: string): Promise<string> {
    if (reason.trim() === '') throw new ReasonNeeded({}, ['input', 'reason']);
    const commitment = await this.lock(work, id, expectedVersion);
    if (commitment.cancelRequestedBy) throw new NotAllowedNow({ state: commitment.state });
    Object.assign(commitment, {
      cancelRequestedBy: sideOf(work.actor),
      cancelRequestedAt: work.clock.now(),
      cancelReason: reason,
    });
    work.record(commitmentCancelAsked(commitment, { reason }));
    return id;
  }

  /** @throws NotFound, StaleObject, OwnProposal, AlreadyShipped, NotAllowedNow */
  async decide(work: Work, id: string, expectedVersion: number, isAgreed: boolean): Promise<string> {
    const commitment = await this.lock(work, id, expectedVersion);
    if (!commitment.cancelRequestedBy) throw new NotAllowedNow({ state: commitment.state });
    if (commitment.cancelRequestedBy === sideOf(work.actor)) throw new OwnProposal({}, ['input', 'commitmentId']);
    if (!isAgreed) {
      Object.assign(commitment, { cancelRequestedBy: null, cancelRequestedAt: null });
      work.record(commitmentKept(commitment));
      return id;
    }
    commitment.go('cancel');
    commitment.closedAt = work.clock.now();
    await purchaseOrders.cancelSchedule(work, commitment.scheduleLineId, commitment.cancelReason);
    work.record(commitmentCancelled(commitment, { lineIds: [commitment.lineId] }));
    return id;
  }

  // The order is held first, as by whoever ships: a notice that is submitted meanwhile waits, or has won already.
  private async lock(work: Work, id: string, expectedVersion: number): Promise<Commitment> {
    const { audience, organisationId } = work.actor;
    const own = audience === 'SUPPLIER' ? { supplierId: organisationId ?? '' } : {};
    const commitment = await work.em.findOne(Commitment, { id, ...own });
    if (!commitment) throw new NotFound({}, ['input', 'commitmentId']);
    const { schedules } = await lockSchedules(work, [commitment.scheduleLineId]);
    await work.em.refresh(commitment, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (commitment.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    const shipped = schedules.find(({ shippedQuantity, receivedQuantity }) =>
      shippedQuantity.plus(receivedQuantity).gt(0),
    );
    if (shipped)
      throw new AlreadyShipped({ quantity: `${shipped.shippedQuantity.toString()} ${shipped.unitCode}` }, [
        'input',
        'commitmentId',
      ]);
    if (!commitmentTransitions[commitment.state].cancel) throw new NotAllowedNow({ state: commitment.state });
    return commitment;
  }
}

export const commitmentEndings = new CommitmentEndings();
