import type { Row } from '../../../platform/read/shape.ts';

/** The day a schedule line counts for: promised, or asked for while nothing is promised. */
export const dueOn = (row: Row): string => `coalesce(${row}.confirmed_on, ${row}.requested_on)`;

/** Open after its day. The day changes with the calendar of UTC, so that both sides see the same. */
export const isOverdue = (row: Row): string =>
  `(${row}.state = 'OPEN' and ${row}.open_quantity > 0 and ${dueOn(row)} < (now() at time zone 'UTC')::date)`;
