import { list } from '../../../platform/read/list.ts';
import { supplierReturnShape } from './supplier-return.shape.ts';

export const supplierReturnList = list(supplierReturnShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
    NUMBER: { by: (row) => `${row}.number`, type: 'text', direction: 'asc' },
  },
  filters: {
    supplier: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    search: (row, wanted) => `(${row}.number || ' ' || ${row}.reason) ilike '%' || ${wanted}::text || '%'`,
  },
});
