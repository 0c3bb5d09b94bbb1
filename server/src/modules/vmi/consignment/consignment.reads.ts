import { list } from '../../../platform/read/list.ts';
import { consignedStockShape } from './consigned-stock.shape.ts';
import { statementShape } from './statement.shape.ts';
import { withdrawalShape } from './withdrawal.shape.ts';

export const consignedStockList = list(consignedStockShape, {
  sorts: { OLDEST: { by: (row) => `${row}.aged_since`, type: 'timestamptz', direction: 'asc' } },
  filters: {
    onHand: (row, wanted) => `(${row}.on_hand > 0) = ${wanted}::boolean`,
    supplierId: (row, wanted) => `${row}.owner_id = ${wanted}::uuid`,
    search: (row, wanted) =>
      `${row}.item_id in (select i.id from catalog_item i where i.sku || ' ' || i.name_en || ' ' || i.name_zh ilike '%' || ${wanted}::text || '%')`,
  },
});

export const withdrawalList = list(withdrawalShape, {
  sorts: { NEWEST: { by: (row) => `${row}.occurred_on`, type: 'date', direction: 'desc' } },
  filters: {
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    isSettled: (row, wanted) =>
      `exists (select from vmi_statement_line l where l.withdrawal_id = ${row}.id) = ${wanted}::boolean`,
  },
});

export const statementList = list(statementShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
  },
});
