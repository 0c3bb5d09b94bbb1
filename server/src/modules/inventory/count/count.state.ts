/** OPEN while it is counted; then booked, or given up. */
export type CountState = 'OPEN' | 'POSTED' | 'CANCELLED';

/** What may be done with a count in each state. */
export const COUNT_ACTS: Readonly<Record<CountState, readonly string[]>> = {
  OPEN: ['inventory.count.record', 'inventory.count.post', 'inventory.count.cancel'],
  POSTED: [],
  CANCELLED: [],
};
