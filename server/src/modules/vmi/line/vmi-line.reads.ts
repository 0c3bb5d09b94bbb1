import { list } from '../../../platform/read/list.ts';
import { vmiLineShape } from './vmi-line.shape.ts';

export const vmiLineList = list(vmiLineShape, {
  sorts: {
    COVER: { by: (row) => `${row}.cover_order`, type: 'bigint', direction: 'asc' },
    COLOUR: { by: (row) => `${row}.colour_order`, type: 'bigint', direction: 'asc' },
    ITEM: { by: (row) => `${row}.item_sku`, type: 'text', direction: 'asc' },
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
  },
  filters: {
    isLive: (row, wanted) => `${row}.is_live and ${wanted}::boolean`,
    agreementId: (row, wanted) => `${row}.agreement_id = ${wanted}::uuid`,
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    siteId: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    colour: (row, wanted) => `${row}.colour = any(${wanted}::text[])`,
    search: (row, wanted) =>
      `exists (select from catalog_item i where i.id = ${row}.item_id and (i.sku || ' ' || i.name_en || ' ' || i.name_zh) ilike '%' || ${wanted}::text || '%')`,
  },
});
