import { Decimal } from '../../../kernel/decimal.ts';

/** A lot of consigned stock at one place, with what of it may be taken. */
export interface ConsignedLot {
  readonly locationId: string;
  readonly lot: string;
  readonly available: Decimal;
}

export interface Taking {
  readonly locationId: string;
  readonly lot: string;
  readonly quantity: Decimal;
}

/**
 * How `wanted` is taken from lots given oldest first: each is emptied before the next is touched. All amounts in the
 * item's stock unit. What cannot be had is missing from the sum.
 */
export function takeOldestFirst(lots: readonly ConsignedLot[], wanted: Decimal): Taking[] {
  const takings: Taking[] = [];
  let missing = wanted;
  for (const { locationId, lot, available } of lots) {
    const quantity = Decimal.min(available, missing);
    if (quantity.lte(0)) continue;
    takings.push({ locationId, lot, quantity });
    missing = missing.minus(quantity);
  }
  return takings;
}
