import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { extendShape, many } from '../../../platform/read/shape.ts';
import { salesOrderLineShape } from '../../sales/order/sales-order-line.shape.ts';
import { SalesOrderLineType } from '../../sales/order/sales-order-line.types.ts';
import { ticketShape } from '../ticket/ticket.shape.ts';
import { TicketType } from '../ticket/ticket.types.ts';

extendShape(salesOrderLineShape, {
  tickets: many(
    () => ticketShape,
    (row, ticket) =>
      `${ticket}.id in (select k.ticket_id from service_ticket_link k where k.subject_id = ${row}.id) and ${ticket}.category <> 'MERGED'`,
    (ticket) => `${ticket}.created_at desc, ${ticket}.id`,
  ),
});
extendType(SalesOrderLineType, {
  tickets: [() => [TicketType], { description: 'What was asked about it, newest first.' }],
});
For(DEMAND_SIDE)(SalesOrderLineType.prototype, 'tickets');
