import { list } from '../../../platform/read/list.ts';
import { shipmentShape } from './shipment.shape.ts';

export const shipmentList = list(shipmentShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
    PLANNED: { by: (row) => `${row}.planned_on`, type: 'date', direction: 'asc' },
  },
  filters: {
    search: (row, wanted) =>
      `(${row}.number || ' ' || ${row}.tracking || ' ' || ${row}.carrier) ilike '%' || ${wanted}::text || '%'`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
  },
});
