import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

/** Something that can serve demand. `on` is null for what is here already. */
export interface Supply {
  readonly id: string;
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

/** What somebody waits for. Demands are served in the order in which they are given. */
export interface Demand {
  readonly id: string;
  readonly quantity: Decimal;
}

/** An amount of one supply set against one demand. */
export interface Peg {
  readonly demandId: string;
  readonly supplyId: string;
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

/**
 * Sets supply against demand, greedily: supplies by date (what is here comes first), demands in sequence; each takes
 * what the ones before it left. All amounts in the item's stock unit. No unit is pegged twice; what a demand cannot get
 * is missing from the sum of its pegs.
 *
 * Example: stock 30, 50 on 10-10, 40 on 10-20; the first wants 20, the second 100: the second gets 10, 50, 40.
 */
export function peg(supplies: readonly Supply[], demands: readonly Demand[]): Peg[] {
  const queue = [...supplies].sort(bySupplyDate).map((supply) => ({ supply, left: supply.quantity }));
  const pegs: Peg[] = [];
  let place = 0;
  for (const demand of demands) {
    let missing = demand.quantity;
    while (missing.gt(0)) {
      const next = queue[place];
      if (!next) break;
      const quantity = Decimal.min(missing, next.left);
      if (quantity.gt(0)) {
        pegs.push({ demandId: demand.id, supplyId: next.supply.id, on: next.supply.on, quantity });
        missing = missing.minus(quantity);
        next.left = next.left.minus(quantity);
      }
      if (next.left.lte(0)) place += 1;
    }
  }
  return pegs;
}

/** The order in which supply is given out: what is here, then by day; the id decides between equals. */
export function bySupplyDate(a: Supply, b: Supply): number {
  const [left, right] = [a.on ?? '', b.on ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
