import { economicQuantity } from '../lot/economic-quantity.calc.ts';
import type { LotCosts } from '../lot/lot-costs.calc.ts';
import { leastUnitCost, partPeriod, silverMeal, type LookAhead } from '../lot/look-ahead.calc.ts';
import { wagnerWhitin } from '../lot/wagner-whitin.calc.ts';
import { MILLIONTHS } from './amount.calc.ts';
import { LotRule, type MrpItems } from './mrp-model.calc.ts';
import { orderSize, upToStep } from './rounding.calc.ts';

const LOOK_AHEAD: Readonly<Record<number, LookAhead>> = {
  [LotRule.SILVER_MEAL]: silverMeal,
  [LotRule.LEAST_UNIT_COST]: leastUnitCost,
  [LotRule.PART_PERIOD]: partPeriod,
};

/** Sizes the orders of one item after another. `nets` are the requirements of the item as lot for lot would meet them. */
export class OrderSizing {
  private readonly items: MrpItems;
  private readonly nets: Float64Array;
  private readonly gross: Float64Array;
  private cheapest: Int16Array | null = null;
  private economic = 0;

  constructor(items: MrpItems, nets: Float64Array, gross: Float64Array) {
    this.items = items;
    this.nets = nets;
    this.gross = gross;
  }

  /** Whether the rule asks for `nets` before the first order of the item is sized. */
  static looksAhead(rule: number): boolean {
    return rule >= LotRule.PERIODS && rule <= LotRule.WAGNER_WHITIN;
  }

  /** Looks over all requirements of an item once. */
  begin(item: number): void {
    const rule = this.items.rule[item]!;
    const costs = this.costs(item);
    this.cheapest = rule === LotRule.WAGNER_WHITIN ? wagnerWhitin(this.nets, costs).coverUntil : null;
    if (rule !== LotRule.ECONOMIC) return;
    this.economic = this.items.lotSize[item]! || this.economicOf(item, costs);
  }

  /**
   * The economic quantity of the mean gross requirement, up to the last bucket that has one: a schedule of ten weeks is
   * not thinned out over a year. The cost is flat around it, so the nearest whole multiple serves: 73, not 74, for 73.5.
   */
  private economicOf(item: number, { order, holding }: LotCosts): number {
    const buckets = this.nets.length;
    const needs = this.gross.subarray(item * buckets + 1, (item + 1) * buckets);
    const last = needs.findLastIndex((need) => need > 0) + 1;
    const mean = needs.reduce((sum, need) => sum + need, 0) / Math.max(1, last);
    const multiple = this.items.multiple[item]!;
    return Math.round(economicQuantity(mean, order, holding) / multiple) * multiple;
  }

  /** The quantity of the order for bucket `at`, where `short` is missing. */
  size(item: number, at: number, short: number): number {
    const { minimum, multiple, lotSize } = this.items;
    const rule = this.items.rule[item]!;
    if (rule === LotRule.FIXED) return upToStep(short, lotSize[item]!);
    let wanted = short;
    if (OrderSizing.looksAhead(rule)) {
      const last = this.coverUntil(rule, item, at, short);
      for (let bucket = at + 1; bucket <= last; bucket += 1) wanted += this.nets[bucket]!;
      if (rule === LotRule.ECONOMIC && wanted < this.economic) wanted = this.economic;
    }
    return orderSize(wanted, minimum[item]!, multiple[item]!);
  }

  private coverUntil(rule: number, item: number, at: number, short: number): number {
    if (rule === LotRule.PERIODS) return Math.min(at + this.items.lotSize[item]! - 1, this.nets.length - 1);
    if (rule === LotRule.ECONOMIC) return at;
    if (this.cheapest) return Math.max(at, this.cheapest[at]!);
    return LOOK_AHEAD[rule]?.(this.nets, at, short, this.costs(item)) ?? at;
  }

  // Costs are per stock unit, quantities in millionths of it.
  private costs(item: number): LotCosts {
    return { order: this.items.orderCost[item]!, holding: this.items.holdingCost[item]! / MILLIONTHS };
  }
}
