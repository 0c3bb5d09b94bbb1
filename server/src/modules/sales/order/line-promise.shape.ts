import { instant, shape, value } from '../../../platform/read/shape.ts';
import { own } from './sales-order.policy.ts';

/** A customer sees what it was promised and why, in our own words; the note is the staff's. */
export const linePromiseShape = shape({
  type: 'LinePromise',
  prefix: 'lpr',
  table: 'sales_line_promise',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    kind: value('kind'),
    version: value('version'),
    previousOn: value('previous_on'),
    promisedOn: value('promised_on'),
    cause: value('cause'),
    note: value('note'),
    madeAt: instant('made_at'),
  },
});
