import { safetyStock, uncertaintyOf } from './safety-stock.calc.ts';
import { statisticsOf, type Statistics } from './statistics.calc.ts';

export interface StockCase {
  readonly serviceLevel: number;
  readonly isCounted: boolean;
  readonly plannedLeadTime: number;
  readonly leadTimes: readonly number[];
  /** Weekly demand, quiet weeks included. */
  readonly weeks: readonly number[];
}

/** What the figures ask for, and the figures; demand of one day, lead times in days. */
export interface StockProposal {
  readonly demandMean: number;
  readonly demandDeviation: number;
  readonly leadTimeMean: number;
  readonly leadTimeDeviation: number;
  readonly leadTimeSource: 'RECEIPTS' | 'PLANNED';
  readonly receiptCount: number;
  readonly z: number;
  readonly quantity: number;
}

/** Fewer receipts say too little of how lead times vary. */
const FEWEST_RECEIPTS = 3;
const FEWEST_WEEKS = 4;
const WEEK = 7;
const KEPT = 1000;

/**
 * The safety stock that demand and lead times of the past ask for. Days of a week are taken to be independent: a day has a
 * seventh of its mean, and its deviation divided by the root of seven. Null where there is too little history.
 */
export function proposeStock({
  serviceLevel,
  isCounted,
  plannedLeadTime,
  leadTimes,
  weeks,
}: StockCase): StockProposal | null {
  const weekly = statisticsOf(weeks);
  if (!weekly || weekly.count < FEWEST_WEEKS) return null;
  const learned = leadTimes.length >= FEWEST_RECEIPTS ? statisticsOf(leadTimes) : null;
  const leadTime: Pick<Statistics, 'mean' | 'deviation'> = learned ?? { mean: plannedLeadTime, deviation: 0 };
  const daily = { mean: weekly.mean / WEEK, deviation: weekly.deviation / Math.sqrt(WEEK) };
  const { z, quantity } = safetyStock(uncertaintyOf(daily, leadTime), serviceLevel);
  return {
    demandMean: daily.mean,
    demandDeviation: daily.deviation,
    leadTimeMean: leadTime.mean,
    leadTimeDeviation: leadTime.deviation,
    leadTimeSource: learned ? 'RECEIPTS' : 'PLANNED',
    receiptCount: leadTimes.length,
    z,
    quantity: isCounted ? Math.ceil(quantity - 1e-9) : Math.round(quantity * KEPT) / KEPT,
  };
}
