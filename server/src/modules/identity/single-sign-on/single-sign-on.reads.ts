import { list } from '../../../platform/read/list.ts';
import { singleSignOnShape } from './single-sign-on.shape.ts';

export const singleSignOnList = list(singleSignOnShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: { organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid` },
});
