import { sql } from 'kysely';
import { addDays, todayIn } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { reservations, type FreeStock, type Reserved } from '../../inventory/reservation/reservations.service.ts';
import { linesChanged } from '../sales.events.ts';
import { companyIdOf } from '../terms/company.service.ts';
import { allot, type Allotment } from './allocation.calc.ts';
import { lockSalesOrders } from './order-lock.service.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** Under which type stock is set aside for order lines. */
export const ALLOCATED = 'SalesOrderLine';

const HORIZON_DAYS = 30;

/** Stock is set aside for what is due until this day; what is later is only planned for. */
export const horizonOf = ({ clock }: Work): string => addDays(todayIn('UTC', clock), HORIZON_DAYS);

const MOST_ORDERS = 200;

/** Sets stock aside for order lines: by due day, the oldest stock first, never more than there is. */
export class Allocation {
  /**
   * Sets aside for the confirmed ones of these orders what is free; DUE leaves out what is due beyond the horizon.
   * Orders are held in id order, then stock in the order of its keys: any number of callers queue and none deadlock.
   */
  async allocate(work: Work, orderIds: readonly string[], which: 'DUE' | 'ALL'): Promise<void> {
    const orders = await lockSalesOrders(work, orderIds);
    const confirmed = orders.filter(({ state }) => state === 'CONFIRMED');
    const lines = await this.inNeed(work, confirmed, which);
    if (lines.length === 0) return;
    const free = await reservations.holdFree(work, wantedOf(lines), await companyIdOf(work));
    const taken = allot(
      lines.map((line) => ({ id: line.id, itemId: line.itemId, siteId: line.siteId, wanted: line.uncoveredQuantity })),
      free,
    );
    await reservations.reserve(work, taken.map(reservationOf));
    const sums = Map.groupBy(taken, ({ lineId }) => lineId);
    for (const line of lines) take(line, sums.get(line.id) ?? []);
    this.tell(work, confirmed, lines, sums);
  }

  /** Gives back what is set aside beyond what is still open, and everything of orders that are no longer served. */
  async settle(work: Work, orderId: string): Promise<void> {
    const [order] = await lockSalesOrders(work, [orderId]);
    const lines = await work.em.find(
      SalesOrderLine,
      { orderId, allocatedQuantity: { $gt: new Decimal(0) } },
      { refresh: true },
    );
    const isServed = order?.state === 'CONFIRMED';
    const over = lines.filter((line) => {
      const kept = isServed ? line.openQuantity : line.pickedQuantity;
      return line.allocatedQuantity.gt(Decimal.max(kept, line.pickedQuantity));
    });
    if (over.length === 0) return;
    const freed = await reservations.release(
      work,
      ALLOCATED,
      over.map(({ id }) => id),
    );
    const kept = over.flatMap((line) => {
      const keep = isServed ? Decimal.max(0, line.openQuantity.minus(line.pickedQuantity)) : new Decimal(0);
      line.allocatedQuantity = line.pickedQuantity.plus(keep);
      const own = freed.filter(({ documentId }) => documentId === line.id);
      return setAsideFor(partAt(own, keep).first, ALLOCATED, line.id);
    });
    await reservations.reserve(work, kept);
    if (order) work.record(linesChanged(order, over));
  }

  /** The confirmed orders that wait for one of these items there, by the day they are due. */
  async waitingFor(work: Work, itemIds: readonly string[], siteIds: readonly string[]): Promise<string[]> {
    const { rows } = await sql<{ order_id: string }>`
      select l.order_id from sales_order_line l join sales_order o on o.id = l.order_id and o.state = 'CONFIRMED'
      where l.is_demand and l.item_id = any(${[...itemIds]}::uuid[]) and l.site_id = any(${[...siteIds]}::uuid[])
        and l.open_quantity > l.allocated_quantity
        and coalesce(l.confirmed_on, l.requested_on) <= ${horizonOf(work)}::date
      group by l.order_id order by min(coalesce(l.confirmed_on, l.requested_on)), l.order_id limit ${MOST_ORDERS}`.execute(
      work.sql,
    );
    return rows.map(({ order_id }) => order_id);
  }

  private async inNeed(work: Work, orders: readonly SalesOrder[], which: 'DUE' | 'ALL'): Promise<SalesOrderLine[]> {
    const lines = await work.em.find(
      SalesOrderLine,
      { orderId: { $in: orders.map(({ id }) => id) } },
      { refresh: true },
    );
    const last = horizonOf(work);
    return lines
      .filter((line) => line.uncoveredQuantity.gt(0) && (which === 'ALL' || line.dueOn <= last))
      .toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.orderId, b.orderId) || a.lineNo - b.lineNo);
  }

  private tell(
    work: Work,
    orders: readonly SalesOrder[],
    lines: readonly SalesOrderLine[],
    taken: ReadonlyMap<string, unknown>,
  ): void {
    for (const order of orders) {
      const changed = lines.filter(({ id, orderId }) => orderId === order.id && taken.has(id));
      if (changed.length > 0) work.record(linesChanged(order, changed));
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const wantedOf = (lines: readonly SalesOrderLine[]) => [
  ...new Map(lines.map(({ itemId, siteId }) => [`${itemId} ${siteId}`, { itemId, siteId }])).values(),
];

function take(line: SalesOrderLine, taken: readonly Allotment<FreeStock>[]): void {
  line.allocatedQuantity = Decimal.sum(line.allocatedQuantity, ...taken.map(({ quantity }) => quantity));
  line.isBackordered = line.uncoveredQuantity.gt(0);
}

const reservationOf = ({ lineId, place, quantity }: Allotment<FreeStock>) => ({
  itemId: place.itemId,
  place: { locationId: place.locationId, ownerId: place.ownerId },
  lot: place.lot,
  quantity,
  documentType: ALLOCATED,
  documentId: lineId,
});

/** The same places and amounts, set aside for another document. */
export const setAsideFor = (held: readonly Reserved[], documentType: string, documentId: string) =>
  held.map(({ itemId, place, lot, quantity }) => ({ itemId, place, lot, quantity, documentType, documentId }));

/** What was set aside, parted at an amount: the first of it, and the rest. */
export function partAt(held: readonly Reserved[], amount: Decimal): { first: Reserved[]; rest: Reserved[] } {
  let left = amount;
  const parts = held.map((part) => {
    const taken = Decimal.min(left, part.quantity);
    left = left.minus(taken);
    return [
      { ...part, quantity: taken },
      { ...part, quantity: part.quantity.minus(taken) },
    ] as const;
  });
  const some = ({ quantity }: Reserved): boolean => quantity.gt(0);
  return { first: parts.map(([first]) => first).filter(some), rest: parts.map(([, rest]) => rest).filter(some) };
}

export const allocation = new Allocation();
