import { list } from '../../../platform/read/list.ts';
import { itemMatches } from '../item/planning-item.reads.ts';
import { forecastShape } from './forecast.shape.ts';

export const forecastList = list(forecastShape, {
  sorts: {
    ERROR: { by: (row) => `coalesce(${row}.wape, -1)`, type: 'numeric', direction: 'desc' },
    ITEM: {
      by: (row) => `(select i.sku from catalog_item i where i.id = ${row}.item_id)`,
      type: 'text',
      direction: 'asc',
    },
  },
  filters: {
    search: itemMatches,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
    siteId: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    isLeaning: (row, wanted) => `(abs(coalesce(${row}.tracking_signal, 0)) > 4) = ${wanted}::boolean`,
  },
});
