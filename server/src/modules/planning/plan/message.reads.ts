import { list } from '../../../platform/read/list.ts';
import { itemMatches } from '../item/planning-item.reads.ts';
import { messageShape } from './action-message.shape.ts';

/** What must be looked at first: late, short, then what can wait. */
const urgency = (row: string): string =>
  `case ${row}.kind when 'PAST_DUE' then 1 when 'SHORTAGE' then 2 when 'EXPEDITE' then 3 when 'FENCE' then 4 when 'BELOW_SAFETY' then 5
    when 'CAPACITY' then 6 when 'CHANGE' then 7 when 'CANCEL' then 8 when 'DEFER' then 9 else 10 end`;

export const messageList = list(messageShape, {
  sorts: {
    URGENT: { by: urgency, type: 'integer', direction: 'asc' },
    NEWEST: { by: (row) => `${row}.opened_at`, type: 'timestamptz', direction: 'desc' },
  },
  filters: {
    search: itemMatches,
    isLive: (row, wanted) => `(${row}.scenario_id is null) = ${wanted}::boolean`,
    scenarioId: (row, wanted) => `${row}.scenario_id = ${wanted}::uuid`,
    itemId: (row, wanted) => `${row}.item_id = ${wanted}::uuid`,
    kind: (row, wanted) => `${row}.kind = any(${wanted}::text[])`,
    state: (row, wanted) => `${row}.state = ${wanted}::text`,
  },
});
