import { list } from '../../../platform/read/list.ts';
import { timelineShape } from './timeline.shape.ts';

export const timelineList = list(timelineShape, {
  sorts: { NEWEST: { by: (row) => `${row}.happened_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid`,
    kind: (row, wanted) => `${row}.kind = any(${wanted}::text[])`,
  },
});
