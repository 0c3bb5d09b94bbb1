import { expect, it } from 'vitest';
import { lotCost } from '../../../server/src/modules/planning/lot/lot-costs.calc.ts';
import { wagnerWhitin } from '../../../server/src/modules/planning/lot/wagner-whitin.calc.ts';
import type { LotRuleName } from '../../../server/src/modules/planning/mrp/mrp-model.calc.ts';
import { planPlant } from '../../support/small-plant.ts';

/** What the rule orders for these needs, with no stock and no lead time, and what that costs. */
function ordered(rule: LotRuleName, needs: readonly number[], order: number, holding: number) {
  const { part } = planPlant({
    weeks: needs.length,
    items: { part: { rule, gross: needs, orderCost: order, holdingCost: holding } },
  });
  const orders = part!.receipts.slice(1);
  return { orders, cost: lotCost(needs, orders, { order, holding }) };
}

const SNYDER_SHEN = [90, 120, 80, 70];
const FIVE = [730, 580, 445, 650, 880];
const HOPP_SPEARMAN = [20, 50, 10, 50, 50, 10, 20, 40, 20, 30];

it('Wagner-Whitin orders 210 and 150 for 1380 (Snyder and Shen, example 3.9)', () => {
  expect(ordered('WAGNER_WHITIN', SNYDER_SHEN, 500, 2)).toEqual({ orders: [210, 0, 150, 0], cost: 1380 });
  expect(wagnerWhitin(SNYDER_SHEN, { order: 500, holding: 2 }).cost).toBe(1380);
});

it('Wagner-Whitin costs 423 (supply.md, K = 100, h = 0.1)', () => {
  expect(ordered('WAGNER_WHITIN', FIVE, 100, 0.1).cost).toBeCloseTo(423, 9);
});

it.each([
  ['WAGNER_WHITIN', 580],
  ['LOT_FOR_LOT', 1000],
  ['SILVER_MEAL', 620],
  ['LEAST_UNIT_COST', 650],
] as const)('%s costs %d (Hopp and Spearman, K = 100, h = 1)', (rule, cost) => {
  expect(ordered(rule, HOPP_SPEARMAN, 100, 1).cost).toBe(cost);
});

it('part-period balancing covers weeks until holding costs are nearest to the cost of an order', () => {
  expect(ordered('PART_PERIOD', HOPP_SPEARMAN.slice(0, 4), 100, 1).orders).toEqual([80, 0, 0, 50]);
});

it('the economic quantity of 8 a week at 100 an order and 1 a week is 40', () => {
  expect(ordered('ECONOMIC', [8, 8, 8, 8, 8, 8], 100, 1).orders).toEqual([40, 0, 0, 0, 0, 40]);
});
