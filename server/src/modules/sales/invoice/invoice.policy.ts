import type { Row } from '../../../platform/read/shape.ts';

/** Open after the day it was due (UTC). */
export const isOverdue = (row: Row): string =>
  `(${row}.kind = 'INVOICE' and ${row}.state in ('ISSUED', 'PARTLY_PAID') and ${row}.due_on < current_date)`;
