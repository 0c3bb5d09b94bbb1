import { MILLIONTHS } from './amount.calc.ts';
import { componentsInForce } from './bills-in-force.calc.ts';
import { bucketOf, fenceBucket, type Horizon } from './horizon.calc.ts';
import { LotRule, type LotRuleName, type MrpInput, type MrpItems } from './mrp-model.calc.ts';
import { demandOf, type ForecastWindow } from './open-demand.calc.ts';
import type { Tables } from './planning-tables.calc.ts';
import { TimingTable, type Lead, type WorkedDays } from './timing-table.calc.ts';

/** What a run is about, beside its tables. */
export interface PlannerSettings {
  readonly horizon: Horizon;
  /** By the number of the site. */
  readonly calendars: readonly WorkedDays[];
  /** Items from this place on are only asked what their planned orders take; they are not planned. */
  readonly planned: number;
  /** By the number of the site. */
  readonly forecast: readonly ForecastWindow[];
}

export interface PlannerInput extends MrpInput {
  readonly timing: TimingTable;
}

/** The rules in the order of their numbers in `ITEMS.rule`; the numbers of the kernel are its own. */
export const RULES: readonly LotRuleName[] = Object.keys(LotRule) as LotRuleName[];

/** Puts the tables of a run into the columns of the kernel. */
export function plannerInput(tables: Tables, settings: PlannerSettings): PlannerInput {
  const { horizon } = settings;
  const leads = new Leads();
  const timing = Int32Array.from(byPlace(tables.items, (row) => leads.rowOf(tables.items, row)));
  const items = itemsOf(tables.items, timing, settings);
  return {
    buckets: horizon.buckets,
    items,
    timing: new TimingTable(horizon, settings.calendars, leads.all),
    components: componentsInForce(items.count, horizon, tables.lines),
    demand: demandOf(tables, settings),
    supply: supplyOf(tables, settings),
    schedule: scheduleOf(tables.schedule, settings),
  };
}

/** Rows of items come in any order; the kernel counts by place. */
function byPlace(items: Tables['items'], value: (row: number) => number): Float64Array {
  const column = new Float64Array(items.count);
  items.place.forEach((place, row) => (column[place] = value(row)));
  return column;
}

/** The combinations of site and lead times that occur. */
class Leads {
  readonly all: Lead[] = [];
  private readonly rows = new Map<string, number>();

  rowOf({ site, leadTime, safetyLeadTime, leadUnit }: Tables['items'], row: number): number {
    const key = `${site[row]} ${leadTime[row]} ${safetyLeadTime[row]} ${leadUnit[row]}`;
    const known = this.rows.get(key);
    if (known !== undefined) return known;
    this.rows.set(key, this.all.length);
    const unit = leadUnit[row] === 1 ? 'WEEK' : 'WORKING_DAY';
    this.all.push({ site: site[row]!, leadTime: leadTime[row]!, safetyLeadTime: safetyLeadTime[row]!, unit });
    return this.all.length - 1;
  }
}

function itemsOf(rows: Tables['items'], timing: Int32Array, { horizon, planned }: PlannerSettings): MrpItems {
  const own = (column: Float64Array | Int32Array) => byPlace(rows, (row) => column[row]!);
  const isPeriods = (row: number) => rows.rule[row] === LotRule.PERIODS;
  const step = (row: number) => (rows.isCounted[row] ? MILLIONTHS : 1);
  return {
    count: rows.count,
    onHand: own(rows.onHand),
    safetyStock: own(rows.safety),
    rule: Uint8Array.from(own(rows.rule)),
    lotSize: byPlace(rows, (row) => (isPeriods(row) ? rows.periods[row]! : rows.lotSize[row]!)),
    minimum: own(rows.minimum),
    multiple: byPlace(rows, (row) => rows.multiple[row]! || step(row)),
    maximum: own(rows.maximum),
    orderCost: own(rows.orderCost),
    holdingCost: own(rows.holdingCost),
    scrap: own(rows.scrap),
    timing,
    fence: Int16Array.from(
      byPlace(rows, (row) =>
        rows.place[row]! < planned ? fenceBucket(horizon, rows.planningFence[row]!) : horizon.buckets,
      ),
    ),
    expedite: new Int16Array(rows.count),
  };
}

/** Open supply of what is planned; of what is not, the orders that stand and draw components. */
function supplyOf({ supply, orders }: Tables, { horizon, planned }: PlannerSettings): MrpInput['supply'] {
  const fixed = rowsWhere(supply.count, (row) => bucketOf(horizon, supply.day[row]!) < horizon.buckets);
  const standing = rowsWhere(orders.count, (row) => orders.place[row]! >= planned);
  const last = horizon.buckets - 1;
  const release = (day: number) => (day < 0 ? -1 : bucketOf(horizon, day));
  const joined = <T extends Int32Array | Int16Array | Float64Array>(
    into: T,
    ofSupply: (row: number) => number,
    ofOrders: (row: number) => number,
  ): T => {
    fixed.forEach((row, place) => (into[place] = ofSupply(row)));
    standing.forEach((row, place) => (into[fixed.length + place] = ofOrders(row)));
    return into;
  };
  const size = fixed.length + standing.length;
  return {
    item: joined(
      new Int32Array(size),
      (row) => supply.place[row]!,
      (row) => orders.place[row]!,
    ),
    bucket: joined(
      new Int16Array(size),
      (row) => bucketOf(horizon, supply.day[row]!),
      (row) => Math.min(last, bucketOf(horizon, orders.dueDay[row]!)),
    ),
    quantity: joined(
      new Float64Array(size),
      (row) => supply.quantity[row]!,
      (row) => orders.quantity[row]!,
    ),
    release: joined(
      new Int16Array(size),
      (row) => release(supply.releaseDay[row]!),
      (row) => release(orders.releaseDay[row]!),
    ),
  };
}

export function rowsWhere(count: number, keep: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < count; row += 1) if (keep(row)) rows.push(row);
  return rows;
}

function scheduleOf(
  { count, place, bucket, quantity }: Tables['schedule'],
  { horizon, planned }: PlannerSettings,
): MrpInput['schedule'] {
  const rows = rowsWhere(count, (row) => bucket[row]! < horizon.buckets && place[row]! < planned);
  return {
    item: Int32Array.from(rows, (row) => place[row]!),
    bucket: Int16Array.from(rows, (row) => bucket[row]!),
    quantity: Float64Array.from(rows, (row) => quantity[row]!),
  };
}
