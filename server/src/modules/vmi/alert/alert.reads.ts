import { list } from '../../../platform/read/list.ts';
import { alertShape } from './alert.shape.ts';

export const alertList = list(alertShape, {
  sorts: { NEWEST: { by: (row) => `${row}.opened_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    type: (row, wanted) => `${row}.type = any(${wanted}::text[])`,
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    lineId: (row, wanted) => `${row}.line_id = ${wanted}::uuid`,
    isOpen: (row, wanted) => `(${row}.ended_at is null) = ${wanted}::boolean`,
  },
});
