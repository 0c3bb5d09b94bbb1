import { fc } from '../../support/properties.ts';
import { expect, it } from 'vitest';
import { planRequirements } from '../../../server/src/modules/planning/mrp/mrp-kernel.calc.ts';
import { LotRule, type LotRuleName } from '../../../server/src/modules/planning/mrp/mrp-model.calc.ts';
import { planPlant, plantInput, type Plant, type PlantItem } from '../../support/small-plant.ts';

const WEEKS = 6;
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const rules = (Object.keys(LotRule) as LotRuleName[]).filter((rule) => rule !== 'MASTER_SCHEDULE');
const tenths = (most: number) => fc.nat(most * 10).map((value) => value / 10);

const item: fc.Arbitrary<PlantItem> = fc.record({
  onHand: tenths(60),
  safetyStock: fc.nat(20),
  rule: fc.constantFrom(...rules),
  lotSize: fc.integer({ min: 1, max: 40 }),
  minimum: fc.nat(30),
  multiple: fc.integer({ min: 1, max: 12 }),
  orderCost: fc.nat(100),
  holdingCost: fc.integer({ min: 1, max: 5 }),
  scrap: fc.constantFrom(0, 0, 0.1),
  leadTime: fc.nat(3),
  safetyLeadTime: fc.nat(1),
  gross: fc.array(tenths(40), { minLength: WEEKS, maxLength: WEEKS }),
  receipts: fc.array(fc.record({ week: fc.nat(WEEKS), quantity: fc.nat(30) }), { maxLength: 2 }),
});
/** Parents come before children in the list of names, so nothing loops. */
const line = fc
  .record({
    pair: fc.subarray(NAMES, { minLength: 2, maxLength: 2 }),
    per: fc.integer({ min: 1, max: 30 }).map((value) => value / 10),
    scrap: fc.constantFrom(0, 0, 0.05),
  })
  .map(({ pair, per, scrap }) => ({ parent: pair[0]!, child: pair[1]!, per, scrap }));
const plant: fc.Arbitrary<Plant> = fc.record({
  weeks: fc.constant(WEEKS),
  items: fc
    .tuple(...NAMES.map(() => item))
    .map((items) => Object.fromEntries(NAMES.map((name, at) => [name, items[at]!]))),
  lines: fc.uniqueArray(line, { maxLength: 9, selector: ({ parent, child }) => parent + child }),
});
const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

it('loses no demand: what is needed is what was asked, and what the orders of parents take', () => {
  fc.assert(
    fc.property(plant, (any) => {
      const plan = planPlant(any);
      for (const name of NAMES) {
        const taken = (any.lines ?? [])
          .filter(({ child }) => child === name)
          .flatMap(({ parent, per, scrap = 0 }) => takenBy(any, parent, per, scrap));
        expect(near(sum(plan[name]!.gross), sum([...any.items[name]!.gross!]) + sum(taken))).toBe(true);
      }
    }),
  );
});

/** By hand, from the definition: ceil(ceil(ordered / (1 - scrap of the parent)) x per / (1 - scrap of the line)). */
function takenBy(any: Plant, parent: string, per: number, scrap: number): number[] {
  const { scrap: lost = 0, multiple = 1 } = any.items[parent]!;
  return ordersOf(any, parent).map((ordered) => {
    const started = lost === 0 ? ordered : Math.ceil(ordered / (1 - lost) / multiple - 1e-9) * multiple;
    const taken = Math.round(started * per * 1e6) / 1e6;
    return scrap === 0 ? taken : Math.ceil(taken / (1 - scrap) - 1e-9);
  });
}

function ordersOf(any: Plant, name: string): number[] {
  const { orders } = planRequirements(plantInput(any));
  return [...orders.quantity.subarray(0, orders.count)]
    .filter((_, row) => orders.item[row] === NAMES.indexOf(name))
    .map((quantity) => quantity / 1e6);
}

it('never projects below the safety stock without a fence, whatever the lot rule', () => {
  fc.assert(
    fc.property(plant, (any) => {
      const plan = planPlant(any);
      return NAMES.every((name) =>
        plan[name]!.projected.every((stock, week) => stock >= (week === 0 ? 0 : any.items[name]!.safetyStock!) - 1e-6),
      );
    }),
  );
});

it('plans the same whatever order items, lines and demands are given in', () => {
  fc.assert(
    fc.property(plant, fc.shuffledSubarray(NAMES, { minLength: NAMES.length }), (any, names) => {
      const shuffled: Plant = {
        ...any,
        items: Object.fromEntries(names.map((name) => [name, any.items[name]!])),
        lines: [...(any.lines ?? [])].reverse(),
      };
      expect(planPlant(shuffled)).toEqual(planPlant(any));
    }),
  );
});

it('gives every component a deeper level than whatever uses it', () => {
  fc.assert(
    fc.property(plant, (any) => {
      const { level } = planRequirements(plantInput(any));
      return (any.lines ?? []).every(
        ({ parent, child }) => level[NAMES.indexOf(child)]! > level[NAMES.indexOf(parent)]!,
      );
    }),
  );
});

it('releases no order after it is due, and none before it is needed for nothing', () => {
  fc.assert(
    fc.property(plant, (any) => {
      const { buckets, items, timing, ...input } = plantInput(any);
      const { orders } = planRequirements({ buckets, items, timing, ...input });
      return [...orders.need.subarray(0, orders.count)].every((need, row) => {
        const cell = items.timing[orders.item[row]!]! * buckets + need;
        return timing.release[cell]! <= timing.due[cell]! && timing.due[cell]! <= need && orders.quantity[row]! > 0;
      });
    }),
  );
});
