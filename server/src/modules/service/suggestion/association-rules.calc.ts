/** How often two things are bought together, out of all orders. */
export interface Pair {
  /** Orders with the first, with the second, with both. */
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/** What a pair says: whoever buys the first also buys the second. */
export interface Rule {
  /** Share of all orders that have both. */
  readonly support: number;
  /** Share of the orders with the first that also have the second. */
  readonly confidence: number;
  /** How many times likelier the second is beside the first than anyway; 1 says nothing. */
  readonly lift: number;
  /** By how much the share of both is above what chance gives. */
  readonly leverage: number;
  /** How many times more often the rule would fail by chance; null where it never fails. */
  readonly conviction: number | null;
}

/**
 *     support = both / orders            confidence = both / first       lift = confidence / (second / orders)
 *     leverage = support - P(first) P(second)     conviction = (1 - P(second)) / (1 - confidence)
 * Source: Agrawal, Imielinski, Swami 1993; Brin et al. 1997.
 */
export function ruleOf(orders: number, { first, second, both }: Pair): Rule {
  const [support, confidence, share] = [both / orders, both / first, second / orders];
  return {
    support,
    confidence,
    lift: confidence / share,
    leverage: support - (first / orders) * share,
    conviction: confidence === 1 ? null : (1 - share) / (1 - confidence),
  };
}

/** A pair worth saying: seen often enough to be no accident, and likelier together than apart. */
export const isWorthSaying = (pair: Pair, rule: Rule): boolean =>
  pair.both >= LEAST_ORDERS && rule.confidence >= LEAST_CONFIDENCE && rule.lift > LEAST_LIFT;

const LEAST_ORDERS = 3;
const LEAST_CONFIDENCE = 0.2;
const LEAST_LIFT = 1.1;
