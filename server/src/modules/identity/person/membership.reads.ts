import { list } from '../../../platform/read/list.ts';
import { membershipShape } from './membership.shape.ts';

export const membershipList = list(membershipShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid`,
    isActive: (row, wanted) => `${row}.is_active = ${wanted}::boolean`,
  },
});
