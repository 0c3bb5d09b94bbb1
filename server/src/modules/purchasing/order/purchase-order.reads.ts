import { list } from '../../../platform/read/list.ts';
import { isOverdueOrder } from './purchase-order.policy.ts';
import { purchaseOrderShape } from './purchase-order.shape.ts';
import { dueOn, isOverdue } from './schedule-line.policy.ts';
import { scheduleLineShape } from './schedule-line.shape.ts';

export const purchaseOrderList = list(purchaseOrderShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.ordered_on`, type: 'date', direction: 'desc' },
    OLDEST: { by: (row) => `${row}.ordered_on`, type: 'date', direction: 'asc' },
    NUMBER: { by: (row) => `${row}.number`, type: 'text', direction: 'asc' },
    TOTAL: { by: (row) => `${row}.total`, type: 'numeric', direction: 'desc' },
  },
  filters: {
    search: (row, wanted) =>
      `(${row}.number || ' ' || coalesce(${row}.external_number, '')) ilike '%' || ${wanted}::text || '%'`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    answerState: (row, wanted) => `${row}.answer_state = any(${wanted}::text[])`,
    kind: (row, wanted) => `${row}.kind = any(${wanted}::text[])`,
    supplier: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    isOverdue: (row, wanted) => `${isOverdueOrder(row)} = ${wanted}::boolean`,
  },
});

// A look-up for each line that is read, so that a page stops where it is full; a join would read all orders first.
const isOfOpenOrder = (row: string): string =>
  `coalesce((select o.state in ('ISSUED', 'CONFIRMED') from purchasing_order o where o.id = ${row}.order_id), false)`;

/** Schedule lines of issued orders that are open: what may still be shipped. */
export const openScheduleLineList = list(scheduleLineShape, {
  sorts: {
    DUE: { by: dueOn, type: 'date', direction: 'asc' },
    NEWEST: { by: (row) => `${row}.requested_on`, type: 'date', direction: 'desc' },
  },
  filters: {
    isOpen: (row, wanted) =>
      `${row}.is_issued and (${row}.state = 'OPEN') = ${wanted}::boolean and ${isOfOpenOrder(row)}`,
    isShippable: (row, wanted) => `(${row}.open_quantity > ${row}.in_transit_quantity) = ${wanted}::boolean`,
    isOverdue: (row, wanted) => `${isOverdue(row)} = ${wanted}::boolean`,
    supplier: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    item: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
    order: (row, wanted) => `${row}.order_id = ${wanted}::uuid`,
    dueBefore: (row, wanted) => `${dueOn(row)} <= ${wanted}::date`,
    search: (row, wanted) =>
      `exists (select from purchasing_order o, catalog_item i where o.id = ${row}.order_id and i.id = ${row}.item_id and (o.number || ' ' || i.sku || ' ' || i.name_en || ' ' || i.name_zh) ilike '%' || ${wanted}::text || '%')`,
  },
});
