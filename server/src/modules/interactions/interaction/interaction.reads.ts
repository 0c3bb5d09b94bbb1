import { list } from '../../../platform/read/list.ts';
import { interactionShape } from './interaction.shape.ts';

export const interactionList = list(interactionShape, {
  sorts: { NEWEST: { by: (row) => `${row}.occurred_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid`,
    channel: (row, wanted) => `${row}.channel = any(${wanted}::text[])`,
  },
});
