import { NO_CLASS } from '../forecast/consumption.calc.ts';
import { MILLIONTHS } from './amount.calc.ts';
import { bucketOf, type Horizon } from './horizon.calc.ts';
import { LotRule } from './mrp-model.calc.ts';
import { DEMAND_KIND, type Tables } from './planning-tables.calc.ts';

/** One thing a scenario says differently, for the item at `place`; quantities in millionths, days since 1970-01-01. */
export interface ScenarioChange {
  readonly place: number;
  readonly kind: 'ITEM' | 'MPS' | 'DEMAND';
  readonly field: string;
  readonly day: number;
  readonly value: number;
  /** The lot rule it says, by the number the kernel has for it; below zero: none. */
  readonly rule: number;
}

const AMOUNTS: Readonly<Record<string, 'safety' | 'minimum' | 'multiple' | 'lotSize' | 'maximum'>> = {
  safety_stock: 'safety',
  minimum_quantity: 'minimum',
  order_multiple: 'multiple',
  lot_size: 'lotSize',
  maximum_quantity: 'maximum',
};
const NUMBERS: Readonly<Record<string, 'leadTime' | 'safetyLeadTime' | 'periods' | 'orderCost' | 'holdingCost'>> = {
  lead_time: 'leadTime',
  safety_lead_time: 'safetyLeadTime',
  lot_periods: 'periods',
  order_cost: 'orderCost',
  holding_cost: 'holdingCost',
};

/** The tables as the scenario sees them. What it changes is replaced, what it adds stands beside the rest. */
export function applyChanges(tables: Tables, changes: readonly ScenarioChange[], horizon: Horizon): Tables {
  if (changes.length === 0) return tables;
  const rowOf = new Map(Array.from(tables.items.place, (place, row) => [place, row]));
  for (const change of changes) {
    const row = rowOf.get(change.place);
    if (change.kind === 'ITEM' && row !== undefined) applyToItem(tables.items, row, change);
  }
  const dated = (kind: ScenarioChange['kind']) =>
    changes
      .filter((change) => change.kind === kind)
      .map(({ place, day, value }) => ({ place, bucket: bucketOf(horizon, day), quantity: value }));
  return {
    ...tables,
    demand: withDemand(tables.demand, dated('DEMAND')),
    schedule: withSchedule(tables.schedule, dated('MPS')),
  };
}

function applyToItem(items: Tables['items'], row: number, { field, value, rule }: ScenarioChange): void {
  const [amount, number] = [AMOUNTS[field], NUMBERS[field]];
  if (amount) items[amount][row] = value;
  if (number) items[number][row] = value / MILLIONTHS;
  // What the master schedule says holds whatever the rule.
  if (rule >= 0 && items.rule[row] !== LotRule.MASTER_SCHEDULE) items.rule[row] = rule;
}

interface Dated {
  readonly place: number;
  readonly bucket: number;
  readonly quantity: number;
}

function withDemand(demand: Tables['demand'], added: readonly Dated[]): Tables['demand'] {
  return {
    count: demand.count + added.length,
    ...columns(demand, added),
    kind: Int32Array.from([...demand.kind, ...added.map(() => DEMAND_KIND.ORDER)]),
    demandClass: Int32Array.from([...demand.demandClass, ...added.map(() => NO_CLASS)]),
  };
}

function withSchedule(schedule: Tables['schedule'], set: readonly Dated[]): Tables['schedule'] {
  const isSet = new Set(set.map(({ place, bucket }) => `${place} ${bucket}`));
  const kept = Array.from(schedule.place, (_, row) => row).filter(
    (row) => !isSet.has(`${schedule.place[row]} ${schedule.bucket[row]}`),
  );
  const take = (column: Int32Array | Float64Array) => kept.map((row) => column[row]!);
  const rest = {
    count: kept.length,
    place: Int32Array.from(take(schedule.place)),
    bucket: Int32Array.from(take(schedule.bucket)),
    quantity: Float64Array.from(take(schedule.quantity)),
  };
  return { count: rest.count + set.length, ...columns(rest, set) };
}

function columns(rows: Pick<Tables['schedule'], 'place' | 'bucket' | 'quantity'>, added: readonly Dated[]) {
  return {
    place: Int32Array.from([...rows.place, ...added.map(({ place }) => place)]),
    bucket: Int32Array.from([...rows.bucket, ...added.map(({ bucket }) => bucket)]),
    quantity: Float64Array.from([...rows.quantity, ...added.map(({ quantity }) => quantity)]),
  };
}
