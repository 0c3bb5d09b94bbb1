import { list } from '../../../platform/read/list.ts';
import { commitmentShape } from './commitment.shape.ts';

export const commitmentList = list(commitmentShape, {
  sorts: { DELIVERY: { by: (row) => `${row}.deliver_on`, type: 'date', direction: 'asc' } },
  filters: {
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    agreementId: (row, wanted) => `${row}.agreement_id = ${wanted}::uuid`,
    lineId: (row, wanted) => `${row}.line_id = ${wanted}::uuid`,
  },
});
