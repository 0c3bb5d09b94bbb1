import { list } from '../../../platform/read/list.ts';
import { contactShape } from './contact.shape.ts';

export const contactList = list(contactShape, {
  sorts: { NAME: { by: (row) => `${row}.name`, type: 'text', direction: 'asc' } },
  filters: {
    organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid`,
    search: (row, wanted) => `${row}.name ilike '%' || ${wanted}::text || '%'`,
  },
});
