import { list } from '../../../platform/read/list.ts';
import { availabilityAt, catalogueEntryShape, netPrice } from './catalogue-entry.shape.ts';

export const catalogueList = list(catalogueEntryShape, {
  sorts: {
    NAME: { by: (row) => `${row}.name_en`, type: 'text', direction: 'asc' },
    SKU: { by: (row) => `${row}.sku`, type: 'text', direction: 'asc' },
    PRICE: { by: netPrice, type: 'numeric', direction: 'asc' },
  },
  filters: {
    search: (row, wanted) =>
      `(${row}.sku || ' ' || ${row}.name_en || ' ' || ${row}.name_zh || ' ' || ${row}.description) ilike '%' || ${wanted}::text || '%'`,
    category: (row, wanted) => `${row}.category_id = ${wanted}::uuid`,
    isAvailable: (row, wanted) =>
      `exists (select from ${availabilityAt(row)} and a.available_now > 0) = ${wanted}::boolean`,
    // Of the same kind and unit, and as much of it there by the promised day as the line misses.
    insteadOfLine: (row, wanted) => `exists (
      select from promising_line l join catalog_item old on old.id = l.item_id
      join promising_availability a on a.item_id = ${row}.id and a.site_id = l.site_id
      where l.id = ${wanted}::uuid and ${row}.id <> old.id and ${row}.unit_code = old.unit_code
        and ${row}.category_id is not distinct from old.category_id
        and exists (select from jsonb_to_recordset(a.steps) as s("on" date, quantity numeric)
          where s.quantity >= l.late + l.unpegged and (s."on" is null or s."on" <= coalesce(l.promised_on, l.expected_on))))`,
  },
});
