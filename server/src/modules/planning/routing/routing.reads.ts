import { list } from '../../../platform/read/list.ts';
import { itemMatches } from '../item/planning-item.reads.ts';
import { routingShape } from './routing.shape.ts';

export const routingList = list(routingShape, {
  sorts: {
    ITEM: {
      by: (row) => `(select i.sku from catalog_item i where i.id = ${row}.item_id)`,
      type: 'text',
      direction: 'asc',
    },
  },
  filters: {
    search: itemMatches,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
    workCentreId: (row, wanted) =>
      `exists (select from planning_operation o where o.routing_id = ${row}.id and o.work_centre_id = ${wanted}::uuid)`,
  },
});
