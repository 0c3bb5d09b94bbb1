import { list } from '../../../platform/read/list.ts';
import { receiptShape } from './receipt.shape.ts';

export const receiptList = list(receiptShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.received_at`, type: 'timestamptz', direction: 'desc' },
    NUMBER: { by: (row) => `${row}.number`, type: 'text', direction: 'asc' },
  },
  filters: {
    supplier: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    notice: (row, wanted) => `${row}.notice_id = ${wanted}::uuid`,
    search: (row, wanted) => `(${row}.number || ' ' || ${row}.delivery_reference) ilike '%' || ${wanted}::text || '%'`,
  },
});
