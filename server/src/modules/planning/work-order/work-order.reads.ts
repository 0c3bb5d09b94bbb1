import { list } from '../../../platform/read/list.ts';
import { itemMatches } from '../item/planning-item.reads.ts';
import { workOrderShape } from './work-order.shape.ts';

export const workOrderList = list(workOrderShape, {
  sorts: {
    DUE: { by: (row) => `coalesce(${row}.due_on, '-infinity')`, type: 'date', direction: 'desc' },
  },
  filters: {
    search: (row, wanted) => `(${row}.number ilike '%' || ${wanted}::text || '%' or ${itemMatches(row, wanted)})`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
  },
});
