import { list } from '../../../platform/read/list.ts';
import { isOverdue } from './invoice.policy.ts';
import { invoiceShape } from './invoice.shape.ts';

export const invoiceList = list(invoiceShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
    DUE: { by: (row) => `coalesce(${row}.due_on, 'infinity'::date)`, type: 'date', direction: 'asc' },
  },
  filters: {
    search: (row, wanted) =>
      `(coalesce(${row}.number, '') || ' ' || coalesce((select o.number || ' ' || o.customer_reference from sales_order o where o.id = ${row}.order_id), '')) ilike '%' || ${wanted}::text || '%'`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    kind: (row, wanted) => `${row}.kind = any(${wanted}::text[])`,
    customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
    order: (row, wanted) => `${row}.order_id = ${wanted}::uuid`,
    isOverdue: (row, wanted) => `${isOverdue(row)} = ${wanted}::boolean`,
  },
});
