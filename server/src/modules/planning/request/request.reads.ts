import { list } from '../../../platform/read/list.ts';
import { requestShape } from './request.shape.ts';

export const requestList = list(requestShape, {
  sorts: { NEWEST: { by: (row) => `${row}.asked_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    kind: (row, wanted) => `${row}.kind = any(${wanted}::text[])`,
  },
});
