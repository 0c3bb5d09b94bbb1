import { list } from '../../../platform/read/list.ts';
import { territoryShape } from './territory.shape.ts';

export const territoryList = list(territoryShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
  filters: { search: (row, wanted) => `(${row}.code || ' ' || ${row}.name) ilike '%' || ${wanted}::text || '%'` },
});
