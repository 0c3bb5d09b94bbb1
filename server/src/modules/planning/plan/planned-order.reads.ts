import { list } from '../../../platform/read/list.ts';
import { itemMatches } from '../item/planning-item.reads.ts';
import { plannedOrderShape } from './planned-order.shape.ts';

export const plannedOrderList = list(plannedOrderShape, {
  sorts: { RELEASE: { by: (row) => `${row}.release_on`, type: 'date', direction: 'asc' } },
  filters: {
    search: itemMatches,
    isLive: (row, wanted) => `(${row}.scenario_id is null) = ${wanted}::boolean`,
    scenarioId: (row, wanted) => `${row}.scenario_id = ${wanted}::uuid`,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
    siteId: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    kind: (row, wanted) => `${row}.kind = any(${wanted}::text[])`,
    state: (row, wanted) => `${row}.state = ${wanted}::text`,
    releaseBy: (row, wanted) => `${row}.release_on <= ${wanted}::date`,
  },
});
