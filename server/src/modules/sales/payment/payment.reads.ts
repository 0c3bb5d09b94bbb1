import { list } from '../../../platform/read/list.ts';
import { paymentShape } from './payment.shape.ts';

export const paymentList = list(paymentShape, {
  sorts: { NEWEST: { by: (row) => `${row}.paid_on`, type: 'date', direction: 'desc' } },
  filters: { customer: (row, wanted) => `${row}.customer_id = ${wanted}::uuid` },
});
