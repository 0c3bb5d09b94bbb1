import { LockMode } from '@mikro-orm/core';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { AmountNotPositive, NotPossibleNow, ValidityReversed } from '../planning.errors.ts';
import { PlannedOrder } from './planned-order.entity.ts';

export interface PlannedOrderChange {
  readonly isFirm: boolean;
  readonly quantity?: Decimal | null;
  readonly releaseOn?: string | null;
  readonly dueOn?: string | null;
  readonly note?: string | null;
}

/** What a planner does with planned orders before they become orders. */
class PlannedOrders {
  /** Makes an order firm, as it is or otherwise, or hands it back to the runs. @throws NotPossibleNow, StaleObject */
  async firm(work: Work, id: string, expectedVersion: number, change: PlannedOrderChange): Promise<string> {
    const order = await work.em.findOne(PlannedOrder, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!order) throw new NotFound({}, ['input', 'plannedOrderId']);
    if (order.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    if (order.state !== 'OPEN') throw new NotPossibleNow({ state: order.state });
    const quantity = change.quantity ?? order.quantity;
    const releaseOn = change.releaseOn ?? order.releaseOn;
    const dueOn = change.dueOn ?? order.dueOn;
    if (quantity.lte(0)) throw new AmountNotPositive({}, ['input', 'quantity']);
    if (dueOn < releaseOn) throw new ValidityReversed({}, ['input', 'dueOn']);
    Object.assign(order, { isFirm: change.isFirm, quantity, releaseOn, dueOn, note: change.note ?? order.note });
    await work.em.flush();
    return id;
  }
}

export const plannedOrders = new PlannedOrders();
