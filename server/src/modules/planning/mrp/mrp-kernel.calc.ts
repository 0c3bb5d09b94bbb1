import { Explosion } from './explosion.calc.ts';
import { inLevelOrder, lowLevelCodes } from './low-level-code.calc.ts';
import type { MrpInput, MrpPlan } from './mrp-model.calc.ts';
import { Netting } from './netting.calc.ts';
import { OrderColumns } from './order-columns.calc.ts';
import { rowsBy } from './row-index.calc.ts';

/** Room to begin with; what is not touched takes no memory. */
const ORDERS_PER_ITEM = 24;

/**
 * Plans every item of a structure: from what is needed of the things that are sold to what must be made and bought, and
 * when to begin. Items come in the order of their low-level codes, so each is netted once, after all that use it.
 *     gross(child, t) = sum over parents of ceil(started(parent, t) x per / (1 - scrap)) + independent demand(child, t)
 * What should have been released already stands in bucket 0. The same input in any order gives the same plan.
 * @throws StructureLoops
 */
export function planRequirements(input: MrpInput, nameOf: (item: number) => string = String): MrpPlan {
  const { items, components } = input;
  const level = lowLevelCodes(items.count, components, nameOf);
  const gross = independentDemand(input);
  const orders = new OrderColumns(items.count * ORDERS_PER_ITEM);
  const explosion = new Explosion(input, gross);
  const netting = new Netting(input, gross, orders);
  const { first, row } = rowsBy(input.supply.item, items.count);
  for (const item of inLevelOrder(level)) {
    const from = orders.count;
    netting.plan(item);
    explosion.releaseOrders(item, orders, from);
    for (let place = first[item]!; place < first[item + 1]!; place += 1) {
      const released = input.supply.release[row[place]!]!;
      if (released >= 0) explosion.release(item, released, input.supply.quantity[row[place]!]!);
    }
    explosion.take(item);
  }
  return { level, gross, orders };
}

function independentDemand({ buckets, items, demand }: MrpInput): Float64Array {
  const gross = new Float64Array(items.count * buckets);
  for (let row = 0; row < demand.item.length; row += 1)
    gross[demand.item[row]! * buckets + demand.bucket[row]!]! += demand.quantity[row]!;
  return gross;
}
