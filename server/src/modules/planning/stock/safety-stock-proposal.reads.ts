import { list } from '../../../platform/read/list.ts';
import { itemMatches } from '../item/planning-item.reads.ts';
import { currentStock, safetyStockProposalShape } from './safety-stock-proposal.shape.ts';

export const safetyStockProposalList = list(safetyStockProposalShape, {
  sorts: {
    CHANGE: {
      by: (row) => `abs(${row}.proposed_quantity - ${row}.current_quantity)`,
      type: 'numeric',
      direction: 'desc',
    },
    ITEM: {
      by: (row) => `(select i.sku from catalog_item i where i.id = ${row}.item_id)`,
      type: 'text',
      direction: 'asc',
    },
  },
  filters: {
    search: itemMatches,
    isOpen: (row, wanted) => `(${currentStock(row)} <> ${row}.proposed_quantity) = ${wanted}::boolean`,
  },
});
