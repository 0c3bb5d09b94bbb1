import { list } from '../../../platform/read/list.ts';
import { itemMatches } from '../item/planning-item.reads.ts';
import { billShape } from './bill.shape.ts';

export const billList = list(billShape, {
  sorts: {
    ITEM: {
      by: (row) => `(select i.sku from catalog_item i where i.id = ${row}.item_id)`,
      type: 'text',
      direction: 'asc',
    },
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
  },
  filters: {
    search: itemMatches,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
  },
});
