import { list } from '../../../platform/read/list.ts';
import { itemShape } from './item.shape.ts';

export const itemList = list(itemShape, {
  sorts: {
    SKU: { by: (row) => `${row}.sku`, type: 'text', direction: 'asc' },
    NAME: { by: (row) => `${row}.name_en`, type: 'text', direction: 'asc' },
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
  },
  filters: {
    search: (row, wanted) =>
      `(${row}.sku || ' ' || ${row}.name_en || ' ' || ${row}.name_zh || ' ' || coalesce(${row}.gtin, '')) ilike '%' || ${wanted}::text || '%'`,
    category: (row, wanted) => `${row}.category_id = ${wanted}::uuid`,
    supply: (row, wanted) => `${row}.supply = ${wanted}::text`,
    isActive: (row, wanted) => `${row}.is_active = ${wanted}::boolean`,
  },
});
