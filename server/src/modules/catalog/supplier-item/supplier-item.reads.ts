import { list } from '../../../platform/read/list.ts';
import { supplierItemShape } from './supplier-item.shape.ts';

const sku = (row: string) => `(select i.sku from catalog_item i where i.id = ${row}.item_id)`;

export const supplierItemList = list(supplierItemShape, {
  sorts: { SKU: { by: sku, type: 'text', direction: 'asc' } },
  filters: {
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
    search: (row, wanted) =>
      `(${row}.supplier_sku ilike '%' || ${wanted}::text || '%' or exists (select from catalog_item i where i.id = ${row}.item_id and (i.sku || ' ' || i.name_en || ' ' || i.name_zh) ilike '%' || ${wanted}::text || '%'))`,
  },
});
