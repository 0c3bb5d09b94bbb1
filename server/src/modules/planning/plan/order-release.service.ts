import { sql } from 'kysely';
import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { supplyTerms } from '../../catalog/supplier-item/supply-terms.service.ts';
import { purchaseOrders } from '../../purchasing/order/purchase-orders.service.ts';
import { NoSupplier, NotPossibleNow } from '../planning.errors.ts';
import { planningDay } from '../run/planning-day.reads.ts';
import { workOrders } from '../work-order/work-orders.service.ts';
import { managedSupply } from './managed-supply.port.ts';
import { PlannedOrder } from './planned-order.entity.ts';

interface Bought extends PlannedOrder {
  supplierId: string;
}

/** Turns what is planned into orders: purchase orders, proposals under agreements, work orders. */
class OrderRelease {
  /** All of them or none; those for one supplier and site become one purchase order. @throws NotFound, NotPossibleNow, NoSupplier */
  async release(work: Work, ids: readonly string[]): Promise<readonly string[]> {
    const orders = await this.lock(work, ids);
    const made = orders.filter(({ kind }) => kind === 'MAKE');
    await inOrder(made, (order) => this.make(work, order));
    const wanted = orders.filter(({ kind }) => kind !== 'MAKE');
    const managed = await this.managed(work, wanted);
    await inOrder(managed, (order) => this.propose(work, order));
    const proposed = new Set<PlannedOrder>(managed);
    const bought = wanted.filter((order) => !proposed.has(order));
    const sourced = await this.sourced(work, bought);
    const groups = Map.groupBy(sourced, ({ supplierId, siteId }) => `${supplierId} ${siteId}`);
    await inOrder([...groups.values()], (group) => this.buy(work, group));
    await work.em.flush();
    return ids;
  }

  /** Those that suppliers keep for us, each with the supplier of the agreement. */
  private async managed(work: Work, orders: readonly PlannedOrder[]): Promise<Bought[]> {
    const items = orders.map(({ itemId }) => itemId);
    const kept = (await managedSupply()?.items(work, items)) ?? [];
    const keepers = new Map(kept.map(({ itemId, siteId, supplierId }) => [`${itemId} ${siteId}`, supplierId]));
    return orders.flatMap((order) => {
      const supplierId = keepers.get(`${order.itemId} ${order.siteId}`);
      return supplierId ? [Object.assign(order, { supplierId })] : [];
    });
  }

  private async lock(work: Work, ids: readonly string[]): Promise<PlannedOrder[]> {
    const wanted = [...new Set(ids)];
    const orders = await work.em.find(
      PlannedOrder,
      { id: { $in: wanted }, scenarioId: null },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (orders.length < wanted.length) throw new NotFound({}, ['input', 'plannedOrderIds']);
    for (const { state } of orders) if (state !== 'OPEN') throw new NotPossibleNow({ state });
    return orders;
  }

  private async make(work: Work, order: PlannedOrder): Promise<void> {
    const { itemId, siteId, quantity, releaseOn, dueOn } = order;
    const draft = { itemId, siteId, quantity, startOn: releaseOn, dueOn, plannedOrderId: order.id };
    converted(order, 'WorkOrder', await workOrders.raise(work, draft));
  }

  private async propose(work: Work, order: Bought): Promise<void> {
    const { itemId, siteId, supplierId, quantity, dueOn } = order;
    const id = await managedSupply()?.propose(work, { itemId, siteId, supplierId, quantity, dueOn });
    if (id) converted(order, 'VmiProposal', id);
  }

  private async buy(work: Work, orders: readonly Bought[]): Promise<void> {
    const [first] = orders;
    if (!first) return;
    const byItem = Map.groupBy(orders, ({ itemId }) => itemId);
    const terms = await supplyTerms.of(work, first.supplierId, [...byItem.keys()]);
    const today = await planningDay(work, first.siteId);
    const lines = [...byItem].map(([itemId, parts]) => {
      const term = terms.get(itemId);
      return {
        itemId,
        schedules: parts
          .map(({ dueOn, quantity }) => ({
            requestedOn: dueOn < today ? today : dueOn,
            quantity: term ? inOrderUnits(quantity, term) : quantity,
          }))
          .sort((a, b) => (a.requestedOn < b.requestedOn ? -1 : 1)),
      };
    });
    const { supplierId, siteId } = first;
    const { orderId } = await purchaseOrders.raise(work, { supplierId, siteId, isConfirmed: false, lines });
    for (const order of orders) converted(order, 'PurchaseOrder', orderId);
  }

  /** The orders with their suppliers: the one that was planned, else the preferred one. @throws NoSupplier */
  private async sourced(work: Work, orders: readonly PlannedOrder[]): Promise<Bought[]> {
    if (orders.length === 0) return [];
    const items = orders.map(({ itemId }) => itemId);
    const { rows } = await sql<{ itemId: string; sku: string; supplierId: string | null }>`
      select i.id as "itemId", i.sku, (
        select t.supplier_id from catalog_supplier_item t join identity_organisation o on o.id = t.supplier_id and o.is_active
        where t.item_id = i.id and t.is_active order by t.is_preferred desc, t.lead_time_days, t.id limit 1) as "supplierId"
      from catalog_item i where i.id = any(${items}::uuid[])`.execute(work.sql);
    const known = new Map(rows.map((row) => [row.itemId, row]));
    return orders.map((order) => {
      const supplierId = order.supplierId ?? known.get(order.itemId)?.supplierId;
      if (!supplierId) throw new NoSupplier({ sku: known.get(order.itemId)?.sku ?? '' }, ['input', 'plannedOrderIds']);
      return Object.assign(order, { supplierId });
    });
  }
}

/** Rounded once, here: up to whole order multiples, at least the minimum. */
function inOrderUnits(
  quantity: Decimal,
  {
    numerator,
    denominator,
    multiple,
    minimum,
  }: { numerator: bigint; denominator: bigint; multiple: Decimal; minimum: Decimal },
): Decimal {
  const wanted = quantity.times(denominator.toString()).div(numerator.toString());
  const steps = Decimal.max(wanted, minimum).div(multiple).toDecimalPlaces(12).ceil();
  return steps.times(multiple);
}

function converted(order: PlannedOrder, documentType: string, documentId: string): void {
  Object.assign(order, { state: 'CONVERTED' as const, documentType, documentId });
}

export const orderRelease = new OrderRelease();
