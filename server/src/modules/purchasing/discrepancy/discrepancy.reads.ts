import { list } from '../../../platform/read/list.ts';
import { discrepancyShape } from './discrepancy.shape.ts';

export const discrepancyList = list(discrepancyShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.opened_at`, type: 'timestamptz', direction: 'desc' },
    OLDEST: { by: (row) => `${row}.opened_at`, type: 'timestamptz', direction: 'asc' },
  },
  filters: {
    supplier: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    kind: (row, wanted) => `${row}.kind = any(${wanted}::text[])`,
    receipt: (row, wanted) => `${row}.receipt_id = ${wanted}::uuid`,
  },
});
