import { list } from '../../../platform/read/list.ts';
import { countShape } from './count.shape.ts';

export const countList = list(countShape, {
  sorts: { NEWEST: { by: (row) => `${row}.opened_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    siteId: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    state: (row, wanted) => `${row}.state = ${wanted}::text`,
  },
});
