import { list } from '../../../platform/read/list.ts';
import { workCentreShape } from './work-centre.shape.ts';

export const workCentreList = list(workCentreShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
  filters: {
    search: (row, wanted) => `${row}.code || ' ' || ${row}.name ilike '%' || ${wanted}::text || '%'`,
    siteId: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    isActive: (row, wanted) => `${row}.is_active = ${wanted}::boolean`,
  },
});
