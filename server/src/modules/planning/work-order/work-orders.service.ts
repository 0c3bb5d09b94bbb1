import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { AmountNotPositive, ReasonNeeded, ValidityReversed } from '../planning.errors.ts';
import { workOrderCancelled, workOrderReleased } from '../planning.events.ts';
import { workOrderComponents } from './work-order-components.service.ts';
import { WorkOrder } from './work-order.entity.ts';

export interface WorkOrderDraft {
  readonly itemId: string;
  readonly siteId: string;
  readonly quantity: Decimal;
  readonly startOn: string;
  readonly dueOn: string;
  readonly note?: string;
  readonly plannedOrderId?: string | null;
}

/** Raises orders to our own production and ends them. */
class WorkOrders {
  /** An order that production does not know yet. @throws AmountNotPositive, ValidityReversed, NotFound */
  async open(work: Work, draft: WorkOrderDraft): Promise<WorkOrder> {
    if (draft.quantity.lte(0)) throw new AmountNotPositive({}, ['input', 'quantity']);
    if (draft.dueOn < draft.startOn) throw new ValidityReversed({}, ['input', 'dueOn']);
    if (!(await work.em.findOne(Item, draft.itemId))) throw new NotFound({}, ['input', 'itemId']);
    if (!(await work.em.findOne(Site, draft.siteId))) throw new NotFound({}, ['input', 'siteId']);
    const order = Object.assign(new WorkOrder(), { ...draft, createdAt: work.clock.now() });
    work.em.persist(order);
    await work.em.flush();
    return order;
  }

  /** Gives it to production, with what it needs by the bill of its first day. @throws NotPossibleNow, StaleObject */
  async release(work: Work, id: string, expectedVersion: number): Promise<string> {
    const order = await this.lock(work, id, expectedVersion);
    await this.hand(work, order);
    return id;
  }

  /** Raised and given to production in one step, as a planned order becomes one. */
  async raise(work: Work, draft: WorkOrderDraft): Promise<string> {
    const order = await this.open(work, draft);
    await this.hand(work, order);
    return order.id;
  }

  /** Ends an order of which nothing was begun. @throws ReasonNeeded, NotPossibleNow, StaleObject */
  async cancel(work: Work, id: string, expectedVersion: number, reason: string): Promise<string> {
    if (!reason.trim()) throw new ReasonNeeded({}, ['input', 'reason']);
    const order = await this.lock(work, id, expectedVersion);
    order.go('cancel');
    order.note = [order.note, reason.trim()].filter(Boolean).join('\n');
    await this.close(work, order.id);
    work.record(workOrderCancelled(order.id, { number: order.number, reason }));
    return id;
  }

  /** The order, nobody else's until this transaction ends. @throws NotFound, StaleObject */
  async lock(work: Work, id: string, expectedVersion: number): Promise<WorkOrder> {
    const order = await work.em.findOne(WorkOrder, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!order) throw new NotFound({}, ['input', 'workOrderId']);
    if (order.version !== expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    return order;
  }

  /** What an ended order has not taken is needed no more. */
  async close(work: Work, id: string): Promise<void> {
    await work.em.flush();
    await sql`
      update planning_work_order_component set is_open = false where work_order_id = ${id} and is_open`.execute(
      work.sql,
    );
  }

  private async hand(work: Work, order: WorkOrder): Promise<void> {
    order.go('release');
    order.releasedAt = work.clock.now();
    await work.em.flush();
    await workOrderComponents.require(work, [order.id]);
    await work.em.refresh(order);
    work.record(workOrderReleased(order.id, { number: order.number }));
  }
}

export const workOrders = new WorkOrders();
