import { newIds } from '../../../kernel/id.ts';
import type { PlannerInput } from './planner-input.calc.ts';
import type { Tables } from './planning-tables.calc.ts';
import { rowsBy, rowsOf } from './row-index.calc.ts';
import type { SuppliedOrders } from './supplier-capacity.calc.ts';
import { SupplierChoice } from './supplier-choice.calc.ts';

/** The orders of a plan as they are stored, each with its key. */
export interface PlannedOrders {
  readonly count: number;
  readonly place: Int32Array;
  readonly isMade: Uint8Array;
  readonly dueDay: Int32Array;
  readonly releaseDay: Int32Array;
  readonly quantity: Float64Array;
  readonly supplier: Uint8Array;
  readonly id: Uint8Array;
}

/** What must be written so that the stored orders are those of the plan; rows of `orders`, and keys to delete. */
export interface OrderDifference {
  readonly orders: PlannedOrders;
  readonly inserted: readonly number[];
  readonly updated: readonly number[];
  readonly deleted: readonly number[];
  /** Places whose orders are not what they were. */
  readonly changed: ReadonlySet<number>;
}

/**
 * Compares the plan with what is stored, item by item in the order of due dates. An order that is due on the same day
 * keeps its key, whatever else changed, so that what people noted about it stays with it.
 */
export function orderDifference(
  input: PlannerInput,
  plan: SuppliedOrders,
  stored: Tables['orders'],
  tables: Tables,
  planned: number,
): OrderDifference {
  const orders = storedForm(input, plan, tables);
  const [inserted, updated, deleted]: [number[], number[], number[]] = [[], [], []];
  const changed = new Set<number>();
  const before = rowsBy(stored.place, input.items.count);
  const after = rowsBy(orders.place, input.items.count);
  for (let place = 0; place < planned; place += 1) {
    const old = sorted(rowsOf(before, place), stored);
    const now = rowsOf(after, place);
    const sizes = inserted.length + updated.length + deleted.length;
    compare(old, now, stored, orders, { inserted, updated, deleted });
    if (inserted.length + updated.length + deleted.length > sizes) changed.add(place);
  }
  return { orders, inserted, updated, deleted, changed };
}

function storedForm(input: PlannerInput, plan: SuppliedOrders, tables: Tables): PlannedOrders {
  const { count } = plan;
  const choice = new SupplierChoice(tables);
  const [dueDay, releaseDay] = [new Int32Array(count), new Int32Array(count)];
  const [isMade, supplier] = [new Uint8Array(count), new Uint8Array(count * 16)];
  for (let row = 0; row < count; row += 1) {
    const place = plan.item[row]!;
    const cell = input.items.timing[place]! * input.buckets + plan.need[row]!;
    dueDay[row] = input.timing.dueDay[cell]!;
    releaseDay[row] = input.timing.releaseDay[cell]!;
    isMade[row] = Number(choice.isMade(place));
    const source = plan.source?.[row] ?? -1;
    supplier.set(source < 0 ? choice.next(place, plan.quantity[row]!) : choice.of(source), row * 16);
  }
  const place = plan.item.slice(0, count);
  return { count, place, isMade, dueDay, releaseDay, quantity: plan.quantity, supplier, id: newIds(count) };
}

type Stored = Tables['orders'];

/** As the plan has them: of one day the largest first, of equals in the order of the suppliers' keys. */
function sorted(rows: Int32Array, { dueDay, releaseDay, quantity, supplier }: Stored): Int32Array {
  const supplierOf = (row: number) => supplier.subarray(row * 16, row * 16 + 16);
  const compareRows = (a: number, b: number): number =>
    dueDay[a]! - dueDay[b]! ||
    releaseDay[a]! - releaseDay[b]! ||
    quantity[b]! - quantity[a]! ||
    Buffer.compare(supplierOf(a), supplierOf(b));
  return rows.length > FEW ? rows.slice().sort(compareRows) : inserted(rows.slice(), compareRows);
}

/** A year of weeks. Sorting a hundred thousand such rows by `sort` costs more than planning them. */
const FEW = 60;

function inserted(rows: Int32Array, compareRows: (a: number, b: number) => number): Int32Array {
  for (let end = 1; end < rows.length; end += 1) {
    const row = rows[end]!;
    let at = end;
    for (; at > 0 && compareRows(rows[at - 1]!, row) > 0; at -= 1) rows[at] = rows[at - 1]!;
    rows[at] = row;
  }
  return rows;
}

interface Rows {
  readonly inserted: number[];
  readonly updated: number[];
  readonly deleted: number[];
}

function compare(old: Int32Array, now: Int32Array, stored: Stored, orders: PlannedOrders, rows: Rows): void {
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    const [was, is] = [old[left], now[right]];
    const [before, after] = [dayOf(stored.dueDay, was), dayOf(orders.dueDay, is)];
    if (before < after) rows.deleted.push(old[left++]!);
    else if (after < before) rows.inserted.push(now[right++]!);
    else {
      orders.id.set(stored.id.subarray(was! * 16, was! * 16 + 16), is! * 16);
      if (!isSame(stored, was!, orders, is!)) rows.updated.push(is!);
      left += 1;
      right += 1;
    }
  }
}

const dayOf = (days: Int32Array, row: number | undefined): number => (row === undefined ? Infinity : days[row]!);

function isSame(stored: Stored, was: number, orders: PlannedOrders, is: number): boolean {
  if (stored.quantity[was] !== orders.quantity[is] || stored.releaseDay[was] !== orders.releaseDay[is]) return false;
  if (stored.isMade[was] !== orders.isMade[is]) return false;
  for (let byte = 0; byte < 16; byte += 1)
    if (stored.supplier[was * 16 + byte] !== orders.supplier[is * 16 + byte]) return false;
  return true;
}
