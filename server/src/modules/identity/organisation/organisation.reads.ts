import { list } from '../../../platform/read/list.ts';
import { organisationShape } from './organisation.shape.ts';

export const organisationList = list(organisationShape, {
  sorts: {
    NAME: { by: (row) => `${row}.name`, type: 'text', direction: 'asc' },
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
  },
  filters: {
    isSupplier: (row, wanted) => `${row}.is_supplier = ${wanted}::boolean`,
    isCustomer: (row, wanted) => `${row}.is_customer = ${wanted}::boolean`,
    search: (row, wanted) => `(${row}.name || ' ' || ${row}.number) ilike '%' || ${wanted}::text || '%'`,
  },
});
