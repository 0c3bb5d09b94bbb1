import type { Row } from '../../../platform/read/shape.ts';
import { dueOn, isOverdue } from './schedule-line.policy.ts';

/** The first day on which something open of the order is due; null when nothing is. */
export const nextDueOn = (row: Row): string =>
  `(select min(${dueOn('s')}) from purchasing_schedule_line s where s.order_id = ${row}.id and s.state = 'OPEN' and s.open_quantity > 0)`;

/** Something of the order is open after its day. */
export const isOverdueOrder = (row: Row): string =>
  `exists (select from purchasing_schedule_line s where s.order_id = ${row}.id and s.is_issued and ${isOverdue('s')})`;
