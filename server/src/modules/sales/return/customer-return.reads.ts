import { list } from '../../../platform/read/list.ts';
import { customerReturnShape } from './customer-return.shape.ts';

export const customerReturnList = list(customerReturnShape, {
  sorts: { NEWEST: { by: (row) => `${row}.requested_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    search: (row, wanted) => `(${row}.number || ' ' || ${row}.reason) ilike '%' || ${wanted}::text || '%'`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
  },
});
