import { MILLIONTHS } from '../../../server/src/modules/planning/mrp/amount.calc.ts';
import { LotRule, type MrpInput } from '../../../server/src/modules/planning/mrp/mrp-model.calc.ts';
import { rowsBy } from '../../../server/src/modules/planning/mrp/row-index.calc.ts';
import { randomFrom } from './random.ts';
import type { Structure } from './structure.ts';

/** What a planner would set: a lot size, a minimum and a multiple in pieces; periods in buckets. */
const RULES = [
  { rule: LotRule.LOT_FOR_LOT, lotSize: 0, minimum: 0, multiple: 1 },
  { rule: LotRule.FIXED, lotSize: 500 * MILLIONTHS, minimum: 0, multiple: 1 },
  { rule: LotRule.MINIMUM_MULTIPLE, lotSize: 0, minimum: 200, multiple: 50 },
  { rule: LotRule.PERIODS, lotSize: 4, minimum: 0, multiple: 1 },
];
const LEAD_TIMES = 5;

/** Input of the kernel over a structure: weekly demand for what is sold, lead times of one to five weeks. */
export function kernelInput(structure: Structure, weeks: number): MrpInput {
  const random = randomFrom(2);
  const { count } = structure;
  const buckets = weeks + 1;
  const column = (value: (item: number) => number) => Float64Array.from({ length: count }, (_, item) => value(item));
  const rules = Array.from({ length: count }, () => RULES[Math.floor(random() * RULES.length)]!);
  const sold = structure.levelOf.lastIndexOf(0) + 1;
  const lines = rowsBy(structure.parent, count);
  const ordered = <T extends ArrayLike<number>>(values: T) => Array.from(lines.row, (row) => values[row]!);
  return {
    buckets,
    items: {
      count,
      onHand: column(() => Math.floor(random() * 200) * MILLIONTHS),
      safetyStock: column(() => Math.floor(random() * 20) * MILLIONTHS),
      rule: Uint8Array.from(rules, ({ rule }) => rule),
      lotSize: Float64Array.from(rules, ({ lotSize }) => lotSize),
      minimum: Float64Array.from(rules, ({ minimum }) => minimum * MILLIONTHS),
      multiple: Float64Array.from(rules, ({ multiple }) => multiple * MILLIONTHS),
      maximum: new Float64Array(count),
      orderCost: new Float64Array(count),
      holdingCost: new Float64Array(count),
      scrap: new Float64Array(count),
      timing: Int32Array.from({ length: count }, () => Math.floor(random() * LEAD_TIMES)),
      fence: new Int16Array(count),
      expedite: new Int16Array(count),
    },
    timing: {
      due: Int16Array.from({ length: LEAD_TIMES * buckets }, (_, cell) => cell % buckets),
      release: Int16Array.from({ length: LEAD_TIMES * buckets }, (_, cell) =>
        Math.max(0, (cell % buckets) - 1 - Math.floor(cell / buckets)),
      ),
    },
    components: {
      first: lines.first,
      child: Int32Array.from(ordered(structure.child)),
      per: Float64Array.from(ordered(structure.per)),
      scrap: new Float64Array(structure.child.length),
      step: new Float64Array(structure.child.length).fill(MILLIONTHS),
      from: new Int16Array(structure.child.length),
      until: new Int16Array(structure.child.length).fill(buckets),
    },
    demand: {
      item: Int32Array.from({ length: sold * weeks }, (_, row) => Math.floor(row / weeks)),
      bucket: Int16Array.from({ length: sold * weeks }, (_, row) => 1 + (row % weeks)),
      quantity: Float64Array.from({ length: sold * weeks }, () => (5 + Math.floor(random() * 40)) * MILLIONTHS),
    },
    supply: {
      item: new Int32Array(0),
      bucket: new Int16Array(0),
      quantity: new Float64Array(0),
      release: new Int16Array(0),
    },
    schedule: { item: new Int32Array(0), bucket: new Int16Array(0), quantity: new Float64Array(0) },
  };
}
