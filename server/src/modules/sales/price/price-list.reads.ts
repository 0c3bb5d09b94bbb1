import { list } from '../../../platform/read/list.ts';
import { priceListShape, promotionShape } from './price-list.shape.ts';

export const priceListList = list(priceListShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
  filters: {
    search: (row, wanted) => `(${row}.code || ' ' || ${row}.name) ilike '%' || ${wanted}::text || '%'`,
    customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
  },
});

export const promotionList = list(promotionShape, {
  sorts: { NEWEST: { by: (row) => `${row}.valid_from`, type: 'date', direction: 'desc' } },
  filters: {
    search: (row, wanted) =>
      `(${row}.code || ' ' || ${row}.name_en || ' ' || ${row}.name_zh) ilike '%' || ${wanted}::text || '%'`,
    customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
  },
});
