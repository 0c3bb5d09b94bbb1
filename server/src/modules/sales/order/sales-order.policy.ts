import type { Arg, Row } from '../../../platform/read/shape.ts';

/** A customer sees its own orders, and not what we are still drafting for it. */
export const ownAndShared = (row: Row): string => `${row}.customer_id = (select app_org()) and ${row}.is_shared`;

/** Of its own, whatever it is. */
export const own = (row: Row): string => `${row}.customer_id = (select app_org())`;

/** The day a line should be delivered as things stand. */
export const dueOn = (row: Row): string => `coalesce(${row}.confirmed_on, ${row}.requested_on)`;

/** Open after the day it was promised for (UTC). */
export const isOverdue = (row: Row): string =>
  `(${row}.is_demand and ${row}.open_quantity > 0 and ${dueOn(row)} < current_date)`;

/** Nothing of it is packed or sent, and the customer's cut-off has not passed (UTC). */
export const isBeforeCutOff = (row: Row, cutoffDays: string): string =>
  `(${row}.open_quantity > 0 and ${row}.picked_quantity = 0 and ${row}.shipped_quantity = 0 and current_date <= ${dueOn(row)} - ${cutoffDays})`;

/** What an order is told of its lines, read once for all fields that ask. */
export const fromLines = (row: Row, arg: Arg): Row =>
  arg.beside(`select count(*)::int as line_count,
      coalesce(bool_or(l.is_demand and l.is_backordered), false) as is_backordered,
      coalesce(bool_or(l.is_demand and l.is_at_risk), false) as is_at_risk,
      coalesce(bool_or(${isBeforeCutOff('l', `${row}.cutoff_days`)}), false) as is_changeable
    from sales_order_line l where l.order_id = ${row}.id`);

/** The state by which acts are offered: for a customer past the cut-off of every line it is another one. */
export const offeredState = (row: Row, arg: Arg): string =>
  `case when (select app_audience()) = 'CUSTOMER' and ${row}.state in ('SUBMITTED', 'CONFIRMED', 'ON_HOLD')
     and not ${fromLines(row, arg)}.is_changeable then ${row}.state || '_LATE' else ${row}.state end`;

/** How far a line has come. */
export const stageOf = (row: Row): string =>
  `case when ${row}.ordered_quantity = ${row}.cancelled_quantity then 'CANCELLED'
        when ${row}.delivered_quantity >= ${row}.ordered_quantity - ${row}.cancelled_quantity then 'DELIVERED'
        when ${row}.open_quantity = 0 then 'SHIPPED'
        when ${row}.picked_quantity >= ${row}.open_quantity then 'PICKED'
        when ${row}.allocated_quantity >= ${row}.open_quantity then 'ALLOCATED'
        when ${row}.confirmed_on is not null then 'PROMISED'
        when ${row}.is_demand then 'OPEN' else 'DRAFT' end`;
