import { list } from '../../../platform/read/list.ts';
import { apiKeyShape } from './api-key.shape.ts';

export const apiKeyList = list(apiKeyShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid`,
    isOpen: (row, wanted) => `(${row}.revoked_at is null and ${row}.expires_at > now()) = ${wanted}::boolean`,
  },
});
