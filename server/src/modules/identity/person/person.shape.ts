import { shape, value } from '../../../platform/read/shape.ts';

// Himself, and those he shares his side of an organisation with.
const colleague = (row: string) =>
  `(${row}.id = (select app_person()) or exists (select from identity_membership pm where pm.person_id = ${row}.id and pm.organisation_id = (select app_org()) and pm.audience = (select app_audience())))`;

/** People as staff see them, and as colleagues see each other. */
export const personShape = shape({
  type: 'Person',
  prefix: 'per',
  table: 'identity_person',
  visible: { STAFF: 'all', SUPPLIER: colleague, CUSTOMER: colleague },
  fields: {
    name: value('name'),
    email: value('email'),
    locale: value('locale'),
    timeZone: value('time_zone'),
    isActive: value('is_active'),
  },
});
