import { LotRule } from './mrp-model.calc.ts';
import type { PlannedOrders } from './order-difference.calc.ts';
import type { PlannerInput, PlannerSettings } from './planner-input.calc.ts';
import { SUPPLY_KIND, type Tables } from './planning-tables.calc.ts';
import { needOf } from './rescheduling.calc.ts';
import { orderSize } from './rounding.calc.ts';
import { rowsBy, rowsOf } from './row-index.calc.ts';
import type { SuppliedPlan } from './supplier-capacity.calc.ts';

export const MESSAGE_KINDS = [
  'NEW',
  'EXPEDITE',
  'DEFER',
  'CHANGE',
  'CANCEL',
  'PAST_DUE',
  'SHORTAGE',
  'BELOW_SAFETY',
  'FENCE',
  'CAPACITY',
] as const;
export type ActionKind = (typeof MESSAGE_KINDS)[number];
export const SUBJECT_KINDS = ['Item', 'PlannedOrder', 'PurchaseSchedule', 'WorkOrder', 'ScheduledReceipt'] as const;
const SUBJECT_OF: Readonly<Record<number, number>> = {
  [SUPPLY_KIND.PURCHASE]: 2,
  [SUPPLY_KIND.WORK_ORDER]: 3,
  [SUPPLY_KIND.SCHEDULED]: 4,
  [SUPPLY_KIND.FIRM]: 1,
};

/** An order is off by no more than this, and nobody is told. */
export interface Tolerances {
  readonly expediteDays: number;
  readonly deferDays: number;
  readonly quantity: number;
}

/** What a planner is asked to do. Days since 1970-01-01, quantities in millionths; null where it does not apply. */
export interface ActionMessage {
  readonly place: number;
  readonly kind: number;
  readonly subjectKind: number;
  /** Sixteen bytes; zeros for the item itself. */
  readonly subject: Uint8Array;
  readonly currentDay: number | null;
  readonly wantedDay: number | null;
  readonly currentQuantity: number | null;
  readonly wantedQuantity: number | null;
}

type Wish = Pick<ActionMessage, 'kind' | 'wantedDay' | 'wantedQuantity'>;

const kindOf = (kind: ActionKind): number => MESSAGE_KINDS.indexOf(kind);
const ITSELF = new Uint8Array(16);

/** Everything a planner should know of a plan, item by item. */
export function actionMessages(
  tables: Tables,
  input: PlannerInput,
  plan: SuppliedPlan,
  orders: PlannedOrders,
  settings: PlannerSettings & { readonly tolerances: readonly Tolerances[] },
): ActionMessage[] {
  const messages = [...orderMessages(orders, settings), ...capacityMessages(orders, plan.orders.isOver)];
  const supplies = rowsBy(tables.supply.place, input.items.count);
  const arriving = rowsBy(input.supply.item, input.items.count);
  const own = rowsBy(orders.place, input.items.count);
  const siteOf = new Int32Array(input.items.count);
  tables.items.place.forEach((place, row) => (siteOf[place] = tables.items.site[row]!));
  for (let place = 0; place < settings.planned; place += 1) {
    const standing = rowsOf(supplies, place);
    if (standing.length > 0)
      messages.push(...supplyMessages(place, standing, tables, input, plan, settings.tolerances[siteOf[place]!]!));
    const mayFallShort = input.items.fence[place]! > 0 || input.items.rule[place] === LotRule.MASTER_SCHEDULE;
    if (mayFallShort) messages.push(...stockMessages(place, rowsOf(own, place), rowsOf(arriving, place), input, plan));
  }
  return messages;
}

/** Orders to be released in the current bucket, and those whose day has passed. */
function orderMessages(orders: PlannedOrders, { horizon }: PlannerSettings): ActionMessage[] {
  const messages: ActionMessage[] = [];
  for (let row = 0; row < orders.count; row += 1) {
    const released = orders.releaseDay[row]!;
    if (released >= horizon.from + horizon.length) continue;
    messages.push({
      place: orders.place[row]!,
      kind: kindOf(released < horizon.from ? 'PAST_DUE' : 'NEW'),
      subjectKind: 1,
      subject: orders.id.subarray(row * 16, row * 16 + 16),
      currentDay: released,
      wantedDay: orders.dueDay[row]!,
      currentQuantity: null,
      wantedQuantity: orders.quantity[row]!,
    });
  }
  return messages;
}

/** Orders that their supplier cannot deliver by then. */
function capacityMessages(orders: PlannedOrders, isOver: Uint8Array | null): ActionMessage[] {
  const messages: ActionMessage[] = [];
  isOver?.forEach((over, row) => {
    if (!over) return;
    messages.push({
      place: orders.place[row]!,
      kind: kindOf('CAPACITY'),
      subjectKind: 1,
      subject: orders.id.subarray(row * 16, row * 16 + 16),
      currentDay: orders.dueDay[row]!,
      wantedDay: null,
      currentQuantity: orders.quantity[row]!,
      wantedQuantity: null,
    });
  });
  return messages;
}

function supplyMessages(
  place: number,
  rows: Int32Array,
  { supply }: Tables,
  input: PlannerInput,
  plan: SuppliedPlan,
  tolerances: Tolerances,
): ActionMessage[] {
  const { items, buckets, timing } = input;
  const sorted = [...rows].sort((a, b) => supply.day[a]! - supply.day[b]! || a - b);
  const gross = plan.gross.subarray(place * buckets, (place + 1) * buckets);
  const course = { onHand: items.onHand[place]!, safety: items.safetyStock[place]!, gross };
  const needs = needOf(
    course,
    sorted.map((row) => ({ bucket: 0, quantity: supply.quantity[row]! })),
  );
  return sorted.flatMap((row, at) => {
    const { bucket, quantity } = needs[at]!;
    const cell = items.timing[place]! * buckets + (bucket ?? 0);
    const needed = bucket === null ? null : { bucket: timing.due[cell]!, day: timing.dueDay[cell]!, quantity };
    const rounded = orderSize(quantity, items.minimum[place]!, items.multiple[place]!);
    const stands = { day: supply.day[row]!, quantity: supply.quantity[row]! };
    return wishes(stands, needed, rounded, tolerances).map((wish) => ({
      ...wish,
      place,
      subjectKind: SUBJECT_OF[supply.kind[row]!]!,
      subject: supply.id.subarray(row * 16, row * 16 + 16),
      currentDay: stands.day,
      currentQuantity: stands.quantity,
    }));
  });
}

/** What should happen to one supply: nothing, as long as it is off by no more than the tolerances. */
function wishes(
  stands: { readonly day: number; readonly quantity: number },
  needed: { readonly day: number } | null,
  quantity: number,
  { expediteDays, deferDays, quantity: share }: Tolerances,
): Wish[] {
  if (!needed) return [{ kind: kindOf('CANCEL'), wantedDay: null, wantedQuantity: 0 }];
  const late = stands.day - needed.day;
  const date: Wish[] = [];
  if (late > expediteDays || -late > deferDays)
    date.push({ kind: kindOf(late > 0 ? 'EXPEDITE' : 'DEFER'), wantedDay: needed.day, wantedQuantity: null });
  if (quantity >= stands.quantity * (1 - share)) return date;
  return [...date, { kind: kindOf('CHANGE'), wantedDay: null, wantedQuantity: quantity }];
}

/** The first bucket in which stock falls short although planned orders arrive: of nothing, or of the safety stock. */
function stockMessages(
  place: number,
  rows: Int32Array,
  standing: Int32Array,
  input: PlannerInput,
  plan: SuppliedPlan,
): ActionMessage[] {
  const { items, buckets, supply, timing } = input;
  const course = new Float64Array(buckets);
  const cell = items.timing[place]! * buckets;
  for (const row of rows) course[timing.due[cell + plan.orders.need[row]!]!]! += plan.orders.quantity[row]!;
  for (const row of standing) course[supply.bucket[row]!]! += supply.quantity[row]!;
  let stock = items.onHand[place]!;
  const safety = items.safetyStock[place]!;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    stock += course[bucket]! - plan.gross[place * buckets + bucket]!;
    if (stock >= (bucket === 0 ? 0 : safety)) continue;
    const kind = bucket < items.fence[place]! ? 'FENCE' : stock < 0 ? 'SHORTAGE' : 'BELOW_SAFETY';
    return [
      {
        place,
        kind: kindOf(kind),
        subjectKind: 0,
        subject: ITSELF,
        currentDay: null,
        wantedDay: timing.dueDay[cell + bucket]!,
        currentQuantity: stock,
        wantedQuantity: safety,
      },
    ];
  }
  return [];
}
