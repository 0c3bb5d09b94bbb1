import type { Work } from '../../platform/db/work.ts';

/** CONFIRMED is what we promise to the customer, ESTIMATED what we expect to happen. */
export type PromiseKind = 'CONFIRMED' | 'ESTIMATED';

/** Why a day was promised or changed, in words a customer may read: no supplier, no cost. */
export type PromiseCause =
  | 'FIRST_PROMISE'
  | 'TO_BE_MADE'
  | 'STAFF'
  | 'CUSTOMER_CHANGE'
  | 'SUPPLY_DELAYED'
  | 'SUPPLY_SHORT'
  | 'SUPPLY_EARLIER'
  | 'STOCK_CHANGED'
  | 'PRODUCTION_CHANGED'
  | 'DEMAND_CHANGED'
  | 'CUSTOMER_CHOICE';

/** A day on which all of a line's open quantity can be delivered; null when nothing says when. */
export interface PromisedDay {
  readonly lineId: string;
  readonly on: string | null;
  /** Nothing serves it yet: the day is that by which we can make it. */
  readonly isToBeMade?: boolean;
}

/**
 * What sales asks whoever knows availability. It runs for the company, never in a customer's own transaction.
 * Without an answer a line is promised for what the staff says.
 */
export interface PromiseSource {
  /** The earliest day each line can be delivered in full, given everything promised before. */
  promise(work: Work, lineIds: readonly string[]): Promise<readonly PromisedDay[]>;
}

let source: PromiseSource | null = null;

/** Hands in the implementation; the composition root does this once. */
export const usePromiseSource = (given: PromiseSource | null): void => void (source = given);
export const promiseSource = (): PromiseSource | null => source;
