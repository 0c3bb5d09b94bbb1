import { list, type Filter } from '../../../platform/read/list.ts';
import { itemStockShape, ofItem } from './item-stock.shape.ts';
import { knownLot, stockBalanceShape } from './stock-balance.shape.ts';
import { stockMoveShape } from './stock-move.shape.ts';

const sameItem: Filter = (row, wanted) => `${row}.item_id = ${wanted}::uuid`;
const sameSite: Filter = (row, wanted) => `${row}.site_id = ${wanted}::uuid`;
const search: Filter = (row, wanted) =>
  `exists (select from catalog_item i where i.id = ${row}.item_id and (i.sku || ' ' || i.name_en || ' ' || i.name_zh) ilike '%' || ${wanted}::text || '%')`;
const sku = { by: ofItem('sku'), type: 'text', direction: 'asc' } as const;

export const itemStockList = list(itemStockShape, {
  sorts: {
    SKU: { by: (row) => `${row}.item_sku`, type: 'text', direction: 'asc' },
    MOST_ON_HAND: { by: (row) => `${row}.on_hand`, type: 'numeric', direction: 'desc' },
    LEAST_AVAILABLE: { by: (row) => `${row}.available`, type: 'numeric', direction: 'asc' },
  },
  filters: {
    itemId: sameItem,
    siteId: sameSite,
    search,
    ownerId: (row, wanted) =>
      `exists (select from inventory_stock_balance b where b.owner_id = ${wanted}::uuid and b.item_id = ${row}.item_id and b.site_id = ${row}.site_id)`,
    belowReorderPoint: (row, wanted) => `(${row}.on_hand < ${ofItem('reorder_point')(row)}) = ${wanted}::boolean`,
  },
});

export const stockBalanceList = list(stockBalanceShape, {
  sorts: {
    SKU: sku,
    OLDEST: { by: (row) => `${row}.aged_since`, type: 'timestamptz', direction: 'asc' },
  },
  filters: {
    itemId: sameItem,
    siteId: sameSite,
    search,
    ownerId: (row, wanted) => `${row}.owner_id = ${wanted}::uuid`,
    locationId: (row, wanted) => `${row}.location_id = ${wanted}::uuid`,
    status: (row, wanted) => `${row}.status = ${wanted}::text`,
    lot: (row, wanted) => `${knownLot(row)} = ${wanted}::text`,
  },
});

export const stockMoveList = list(stockMoveShape, {
  sorts: { NEWEST: { by: (row) => `${row}.recorded_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    itemId: sameItem,
    siteId: (row, wanted) =>
      `exists (select from catalog_location l where l.site_id = ${wanted}::uuid and l.id in (${row}.from_location_id, ${row}.to_location_id))`,
    documentType: (row, wanted) => `${row}.document_type = ${wanted}::text`,
    reason: (row, wanted) => `${row}.reason = ${wanted}::text`,
    lot: (row, wanted) => `${row}.lot = ${wanted}::text`,
    from: (row, wanted) => `${row}.moved_at >= ${wanted}::timestamptz`,
    to: (row, wanted) => `${row}.moved_at < ${wanted}::timestamptz`,
  },
});
