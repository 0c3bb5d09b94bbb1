import { list } from '../../../platform/read/list.ts';
import { outgoingMessageShape } from './outgoing-message.shape.ts';

export const outgoingMessageList = list(outgoingMessageShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: { state: (row, wanted) => `${row}.state = any(${wanted}::text[])` },
});
