import { Decimal } from '../../../kernel/decimal.ts';
import type { Ratio } from '../../../kernel/unit.ts';

/** What was counted of one line, in the counted unit; accepted is what is neither rejected nor in quarantine. */
export interface Count {
  readonly received: Decimal;
  readonly accepted: Decimal;
  readonly rejected: Decimal;
  readonly quarantine: Decimal;
}

/** How a count was put in: accepted may be left out, then it is the rest. */
export interface CountInput {
  readonly received: Decimal;
  readonly accepted?: Decimal | null | undefined;
  readonly rejected?: Decimal | null | undefined;
  readonly quarantine?: Decimal | null | undefined;
}

/** The count made whole, or null when it does not add up: received = accepted + rejected + quarantine, none negative. */
export function wholeCount(input: CountInput): Count | null {
  const none = new Decimal(0);
  const { received, rejected, quarantine } = {
    received: input.received,
    rejected: input.rejected ?? none,
    quarantine: input.quarantine ?? none,
  };
  const accepted = input.accepted ?? received.minus(rejected).minus(quarantine);
  const addsUp = accepted.plus(rejected).plus(quarantine).eq(received);
  const isSound = received.gt(0) && [accepted, rejected, quarantine].every((part) => part.gte(0));
  return addsUp && isSound ? { received, accepted, rejected, quarantine } : null;
}

/** Decimal places of quantities in the ledger. */
const LEDGER_PLACES = 6;

/** An amount in the stock unit, as the ledger keeps it: amount x ratio, rounded once. */
export const inStockUnit = (amount: Decimal, ratio: Ratio): Decimal =>
  amount.times(ratio.num.toString()).div(ratio.den.toString()).toDecimalPlaces(LEDGER_PLACES);

/** An amount of the stock unit in a unit of that ratio: amount / ratio, rounded once. */
export const inUnit = (stock: Decimal, ratio: Ratio): Decimal =>
  stock.times(ratio.den.toString()).div(ratio.num.toString()).toDecimalPlaces(LEDGER_PLACES);
