import { list } from '../../../platform/read/list.ts';
import { promiseNoticeShape } from './promise-notice.shape.ts';

export const promiseNoticeList = list(promiseNoticeShape, {
  sorts: { NEWEST: { by: (row) => `${row}.opened_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    customerId: (row, wanted) => `${row}.customer_id = ${wanted}::uuid`,
    orderId: (row, wanted) => `${row}.order_id = ${wanted}::uuid`,
    lineId: (row, wanted) => `${row}.line_id = ${wanted}::uuid`,
  },
});
