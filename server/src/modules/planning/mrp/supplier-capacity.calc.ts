import { firstDayOf, type Horizon } from './horizon.calc.ts';
import type { MrpInput, MrpOrders, MrpPlan } from './mrp-model.calc.ts';
import type { Tables } from './planning-tables.calc.ts';
import { rowsBy, rowsOf, type RowIndex } from './row-index.calc.ts';
import { SupplyWeeks } from './supply-weeks.calc.ts';

/** Planned orders, each with who is to deliver it where a supplier's capacity decided that. */
export interface SuppliedOrders extends MrpOrders {
  /** Row of the sources; -1: whoever is next by quota. Null: nobody's capacity is limited. */
  readonly source: Int32Array | null;
  /** 1: more than he can deliver by then. */
  readonly isOver: Uint8Array | null;
}

/** A plan whose orders know that. */
export interface SuppliedPlan extends MrpPlan {
  readonly orders: SuppliedOrders;
}

interface Part {
  readonly item: number;
  readonly need: number;
  readonly quantity: number;
  readonly source: number;
  readonly isOver: boolean;
}

/**
 * Keeps the orders of an item within what its suppliers can deliver in a week. An order goes whole to whoever is
 * furthest behind his share and has room for it beside what is on order; else in parts to those that have room, and what
 * is left is wanted a bucket earlier, as long as it can still be released in time. What fits nowhere stays on its day and
 * is told. Nothing is lost: the parts of an order sum up to it. Bought items have no parts, so no other item's plan
 * changes by this.
 */
export function withinCapacity(orders: MrpOrders, tables: Tables, input: MrpInput, horizon: Horizon): SuppliedOrders {
  const { sources } = tables;
  if (sources.capacity.every((capacity) => capacity < 0)) return { ...columnsOf(orders), source: null, isOver: null };
  const bySource = rowsBy(sources.place, input.items.count);
  const limited = new Set(sources.place.filter((_, row) => sources.capacity[row]! >= 0));
  const parts: Part[] = [];
  const weeks = new SupplyWeeks(sources, (bucket) => weekOf(horizon, bucket));
  book(weeks, tables, bySource, horizon);
  const byItem = rowsBy(orders.item.subarray(0, orders.count), input.items.count);
  for (let item = 0; item < input.items.count; item += 1) {
    const rows = rowsOf(byItem, item);
    if (!limited.has(item)) for (const row of rows) parts.push({ ...orderAt(orders, row), source: -1, isOver: false });
    else parts.push(...delivered(rowsOf(bySource, item), rows));
  }
  return packed(parts);

  function delivered(who: Int32Array, rows: Int32Array): Part[] {
    const made = [...rows].flatMap((row) => spread(orderAt(orders, row), who));
    return made.sort((a, b) => a.need - b.need || b.quantity - a.quantity || a.source - b.source);
  }

  function spread(order: Pick<Part, 'item' | 'need' | 'quantity'>, who: Int32Array): Part[] {
    const step = input.items.multiple[order.item]!;
    const made: Part[] = [];
    let left = order.quantity;
    for (let need = order.need; left > 0 && isPossible(order, need); need -= 1) {
      const taken = weeks.take(who, need, left, step);
      for (const { source, quantity } of taken) made.push({ ...order, need, quantity, source, isOver: false });
      left -= taken.reduce((sum, { quantity }) => sum + quantity, 0);
    }
    return left > 0 ? [...made, { ...order, quantity: left, source: weeks.force(who, left), isOver: true }] : made;
  }

  /** On its own day in any case; earlier as long as nobody would have had to release it before today. */
  function isPossible({ item, need }: Pick<Part, 'item' | 'need'>, at: number): boolean {
    if (at === need) return true;
    return (
      at >= Math.max(1, input.items.fence[item]!) &&
      input.timing.release[input.items.timing[item]! * input.buckets + at]! >= 1
    );
  }
}

/** What is late is delivered in the first week. */
const weekOf = (horizon: Horizon, bucket: number): number => weekOfDay(firstDayOf(horizon, Math.max(1, bucket)));
const weekOfDay = (day: number): number => Math.floor((day + 3) / 7);

/** What is on order already takes its place in the week it is due. */
function book(weeks: SupplyWeeks, { booked, sources }: Tables, bySource: RowIndex, horizon: Horizon): void {
  const isOf = (supplier: number, row: number) =>
    Buffer.compare(
      sources.supplier.subarray(supplier * 16, supplier * 16 + 16),
      booked.supplier.subarray(row * 16, row * 16 + 16),
    ) === 0;
  for (let row = 0; row < booked.count; row += 1) {
    const source = rowsOf(bySource, booked.place[row]!).find((one) => isOf(one, row));
    if (source !== undefined)
      weeks.book(source, weekOfDay(Math.max(horizon.from, booked.day[row]!)), booked.quantity[row]!);
  }
}

const orderAt = ({ item, need, quantity }: MrpOrders, row: number) => ({
  item: item[row]!,
  need: need[row]!,
  quantity: quantity[row]!,
});

const columnsOf = ({ count, item, need, quantity }: MrpOrders): MrpOrders => ({ count, item, need, quantity });

function packed(parts: readonly Part[]): SuppliedOrders {
  return {
    count: parts.length,
    item: Int32Array.from(parts, ({ item }) => item),
    need: Int16Array.from(parts, ({ need }) => need),
    quantity: Float64Array.from(parts, ({ quantity }) => quantity),
    source: Int32Array.from(parts, ({ source }) => source),
    isOver: Uint8Array.from(parts, ({ isOver }) => Number(isOver)),
  };
}
