import { list } from '../../../platform/read/list.ts';
import type { Row } from '../../../platform/read/shape.ts';
import { planningItemShape } from './planning-item.shape.ts';

/** Whether the number or a name of a row's item holds a text. */
export const itemMatches = (row: Row, wanted: string): string =>
  `${row}.item_id in (select i.id from catalog_item i where i.sku || ' ' || i.name_en || ' ' || i.name_zh ilike '%' || ${wanted}::text || '%')`;

export const planningItemList = list(planningItemShape, {
  sorts: {
    LEVEL: { by: (row) => `${row}.low_level_code`, type: 'integer', direction: 'asc' },
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
    isMasterScheduled: (row, wanted) => `${row}.is_master_scheduled = ${wanted}::boolean`,
  },
});
