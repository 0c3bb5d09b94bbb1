import { inverseNormal } from './inverse-normal.calc.ts';
import type { Statistics } from './statistics.calc.ts';

/** Demand of one period and lead time in periods, each with its standard deviation; all in the stock unit. */
export interface Uncertainty {
  readonly demand: number;
  readonly demandDeviation: number;
  readonly leadTime: number;
  readonly leadTimeDeviation: number;
}

type Spread = Pick<Statistics, 'mean' | 'deviation'>;

/** What demand per period and lead times in periods, both learned from the past, say together. */
export function uncertaintyOf(demand: Spread, leadTime: Spread): Uncertainty {
  return {
    demand: demand.mean,
    demandDeviation: demand.deviation,
    leadTime: leadTime.mean,
    leadTimeDeviation: leadTime.deviation,
  };
}

export interface SafetyStock {
  readonly z: number;
  readonly quantity: number;
}

/**
 * Stock against what is not certain, so that with the probability `serviceLevel` a cycle ends without a stockout:
 *     SS = z x sqrt(L x sd^2 + d^2 x sL^2)
 * With a certain lead time it is z x sd x sqrt(L), with certain demand z x d x sL. A level below one half keeps none.
 * Source: supply.md, safety stock; d = 30, sd = 3, L = 7, sL = 4, 90 % keeps 154.12.
 */
export function safetyStock(
  { demand, demandDeviation, leadTime, leadTimeDeviation }: Uncertainty,
  serviceLevel: number,
): SafetyStock {
  const z = inverseNormal(serviceLevel);
  const deviation = Math.sqrt(leadTime * demandDeviation ** 2 + demand ** 2 * leadTimeDeviation ** 2);
  return { z, quantity: Math.max(0, z * deviation) };
}

/** The position at which to order: what the lead time uses, and the safety stock: `ROP = d x L + SS`. */
export function reorderPoint({ demand, leadTime }: Pick<Uncertainty, 'demand' | 'leadTime'>, safety: number): number {
  return demand * leadTime + safety;
}
