import { list } from '../../../platform/read/list.ts';
import { dueOn, isOverdue } from './sales-order.policy.ts';
import { salesOrderLineShape } from './sales-order-line.shape.ts';
import { salesOrderShape } from './sales-order.shape.ts';

const hasLine = (row: string, condition: string) =>
  `exists (select from sales_order_line l where l.order_id = ${row}.id and l.is_demand and ${condition})`;

export const salesOrderList = list(salesOrderShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.ordered_on`, type: 'date', direction: 'desc' },
    OLDEST: { by: (row) => `${row}.ordered_on`, type: 'date', direction: 'asc' },
    TOTAL: { by: (row) => `${row}.total`, type: 'numeric', direction: 'desc' },
  },
  filters: {
    search: (row, wanted) =>
      `(${row}.number || ' ' || ${row}.customer_reference || ' ' || coalesce(${row}.external_number, '')) ilike '%' || ${wanted}::text || '%'`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    fulfilment: (row, wanted) => `${row}.fulfilment_state = any(${wanted}::text[])`,
    invoicing: (row, wanted) => `${row}.invoicing_state = any(${wanted}::text[])`,
    payment: (row, wanted) => `${row}.payment_state = any(${wanted}::text[])`,
    returned: (row, wanted) => `${row}.return_state = any(${wanted}::text[])`,
    customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    item: (row, wanted) => `${row}.id in (select l.order_id from sales_order_line l where l.item_id = ${wanted}::uuid)`,
    isAtRisk: (row, wanted) => `${hasLine(row, 'l.is_at_risk')} = ${wanted}::boolean`,
    isBackordered: (row, wanted) => `${hasLine(row, 'l.is_backordered')} = ${wanted}::boolean`,
  },
});

/** Open lines of placed orders: what is still to be sent. */
export const openSalesLineList = list(salesOrderLineShape, {
  sorts: {
    DUE: { by: dueOn, type: 'date', direction: 'asc' },
    LATEST: { by: dueOn, type: 'date', direction: 'desc' },
  },
  filters: {
    isOpen: (row, wanted) => `${row}.is_demand = ${wanted}::boolean and ${row}.open_quantity > 0`,
    search: (row, wanted) =>
      `exists (select from sales_order o, catalog_item i where o.id = ${row}.order_id and i.id = ${row}.item_id and (o.number || ' ' || o.customer_reference || ' ' || i.sku || ' ' || i.name_en || ' ' || i.name_zh) ilike '%' || ${wanted}::text || '%')`,
    customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    item: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
    order: (row, wanted) => `${row}.order_id = ${wanted}::uuid`,
    dueBefore: (row, wanted) => `${dueOn(row)} <= ${wanted}::date`,
    isAtRisk: (row, wanted) => `${row}.is_at_risk = ${wanted}::boolean`,
    isBackordered: (row, wanted) => `${row}.is_backordered = ${wanted}::boolean`,
    isOverdue: (row, wanted) => `${isOverdue(row)} = ${wanted}::boolean`,
    isReady: (row, wanted) => `(${row}.allocated_quantity > ${row}.picked_quantity) = ${wanted}::boolean`,
  },
});
