import { list } from '../../../platform/read/list.ts';
import { agreementShape } from './agreement.shape.ts';

export const agreementList = list(agreementShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
    NUMBER: { by: (row) => `${row}.number`, type: 'text', direction: 'asc' },
    ENDING: {
      by: (row) => `coalesce(${row}.valid_to, 'infinity'::date)`,
      type: 'date',
      direction: 'asc',
    },
  },
  filters: {
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    siteId: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    search: (row, wanted) =>
      `(${row}.number ilike '%' || ${wanted}::text || '%' or exists (select from identity_organisation o where o.id = ${row}.supplier_id and o.name ilike '%' || ${wanted}::text || '%'))`,
  },
});
