import { list } from '../../../platform/read/list.ts';
import { workOrderShape } from './work-order.shape.ts';

export const workOrderList = list(workOrderShape, {
  sorts: {
    DUE: { by: (row) => `coalesce(${row}.due_on, '-infinity')`, type: 'date', direction: 'desc' },
  },
  filters: {
    search: (row, wanted) =>
      `(${row}.number ilike '%' || ${wanted}::text || '%' or ${row}.item_id in (select i.id from catalog_item i where i.sku || ' ' || i.name_en || ' ' || i.name_zh ilike '%' || ${wanted}::text || '%'))`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
  },
});
