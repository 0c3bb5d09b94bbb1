import type { Row } from '../../../platform/read/shape.ts';

/** The stock a supplier may see: its own wherever it lies, and what is shared with it. */
export const isSharedStock = (row: Row): string =>
  `(${row}.owner_id = (select app_org()) or exists (select from inventory_stock_share h where h.supplier_id = (select app_org())
     and h.item_id = ${row}.item_id and h.site_id = ${row}.site_id and h.owner_id = ${row}.owner_id))`;
