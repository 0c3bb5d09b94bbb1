import { consumeByClass, type ConsumptionWindow } from '../forecast/consumption.calc.ts';
import { fenceBucket, type Horizon } from './horizon.calc.ts';
import type { MrpDemand } from './mrp-model.calc.ts';
import { DEMAND_KIND, type Tables } from './planning-tables.calc.ts';

export type ForecastWindow = ConsumptionWindow;

interface Scope {
  readonly horizon: Horizon;
  readonly planned: number;
  /** By the number of the site. */
  readonly forecast: readonly ForecastWindow[];
}

/**
 * What is needed from outside: orders and issues in full; of forecasts what orders have not consumed. What was expected
 * in the past did not happen, and before the demand fence only orders count.
 */
export function demandOf({ items, demand }: Tables, { horizon, planned, forecast }: Scope): MrpDemand {
  const columns = new DemandColumns(demand.count);
  const expected = expectations(demand, planned);
  for (let at = 0; at < demand.count; at += 1) {
    const [place, bucket, quantity] = [demand.place[at]!, demand.bucket[at]!, demand.quantity[at]!];
    if (place >= planned || bucket >= horizon.buckets) continue;
    const known = expected.get(place);
    if (demand.kind[at] !== DEMAND_KIND.FORECAST) columns.add(place, bucket, quantity);
    if (known) note(known, demand, at, horizon.buckets);
  }
  if (expected.size > 0) addForecasts(columns, expected, items, horizon, forecast);
  return columns;
}

interface Expectation {
  readonly forecast: number[];
  readonly orders: number[];
}
/** What is expected and ordered of one item, by class of demand. */
type Classes = Map<number, Expectation>;

/** Items somebody expects demand for, each with nothing in it yet. */
function expectations(demand: Tables['demand'], planned: number): Map<number, Classes> {
  const expected = new Map<number, Classes>();
  demand.kind.forEach((kind, at) => {
    if (kind === DEMAND_KIND.FORECAST && demand.place[at]! < planned) expected.set(demand.place[at]!, new Map());
  });
  return expected;
}

function note(
  classes: Classes,
  { kind, demandClass, bucket, quantity }: Tables['demand'],
  at: number,
  buckets: number,
) {
  const row = () => new Array<number>(buckets).fill(0);
  const known = classes.get(demandClass[at]!) ?? { forecast: row(), orders: row() };
  classes.set(demandClass[at]!, known);
  if (kind[at] === DEMAND_KIND.FORECAST && bucket[at]! > 0) known.forecast[bucket[at]!]! += quantity[at]!;
  if (kind[at] === DEMAND_KIND.ORDER) known.orders[bucket[at]!]! += quantity[at]!;
}

function addForecasts(
  columns: DemandColumns,
  expected: ReadonlyMap<number, Classes>,
  items: Tables['items'],
  horizon: Horizon,
  windows: readonly ForecastWindow[],
): void {
  items.place.forEach((place, row) => {
    const known = expected.get(place);
    if (!known) return;
    const fence = Math.max(1, fenceBucket(horizon, items.demandFence[row]!));
    const window = windows[items.site[row]!] ?? OWN_BUCKET;
    for (const lefts of consumeByClass(known, window).values())
      lefts.forEach((left, bucket) => {
        if (bucket >= fence && left > 0) columns.add(place, bucket, left);
      });
  });
}

const OWN_BUCKET: ForecastWindow = { backward: 0, forward: 0 };

class DemandColumns implements MrpDemand {
  item: Int32Array;
  bucket: Int16Array;
  quantity: Float64Array;
  private count = 0;

  constructor(capacity: number) {
    this.item = new Int32Array(capacity);
    this.bucket = new Int16Array(capacity);
    this.quantity = new Float64Array(capacity);
  }

  /** Rows that are not filled ask for nothing: what is left of a forecast takes no more of them than it came in. */
  add(item: number, bucket: number, quantity: number): void {
    this.item[this.count] = item;
    this.bucket[this.count] = bucket;
    this.quantity[this.count++] = quantity;
  }
}
