import type { Shippable } from './shipments.documents.ts';

/** One line of a notice that is being written. */
export interface DraftLine {
  readonly schedule: Shippable;
  readonly quantity: string;
  readonly lot: string;
  readonly package: string;
}

/** A chosen line with all that may still be shipped on it, in the first package. */
export function draftLine(schedule: Shippable): DraftLine {
  return { schedule, quantity: schedule.shippableQuantity.value, lot: '', package: '1' };
}

/** Numbers of packages, from one. */
export function positions(count: string): readonly number[] {
  const whole = Math.min(Math.max(Math.trunc(Number(count) || 0), 0), 99);
  return Array.from({ length: whole }, (_, index) => index + 1);
}
