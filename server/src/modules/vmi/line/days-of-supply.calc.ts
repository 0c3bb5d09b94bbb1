import { Decimal } from '../../../kernel/decimal.ts';

/**
 * Days of supply: the time until stock meets zero against future demand, in days, counted in periods of equal length:
 *     whole periods that stock covers + what is left / demand of the period in which it ends
 * 100 against 20, 30, 25, 40 lasts 3.625. Null without any demand, or when the demand given does not use it up;
 * negative when stock is short already: what is missing, in days of the mean demand. Source: APICS dictionary, days of supply.
 */
export function daysOfSupply(stock: Decimal, demand: readonly Decimal[], daysPerPeriod = 1): Decimal | null {
  const total = Decimal.sum(0, ...demand);
  if (total.lte(0)) return null;
  if (stock.lt(0)) return stock.div(total.div(demand.length)).times(daysPerPeriod);
  let left = stock;
  for (const [period, needed] of demand.entries()) {
    if (left.lt(needed)) return left.div(needed).plus(period).times(daysPerPeriod);
    left = left.minus(needed);
  }
  return left.isZero() ? new Decimal(demand.length).times(daysPerPeriod) : null;
}
