import { instant, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';
import { personShape } from './person.shape.ts';

const ownSide = (row: string) =>
  `(${row}.person_id = (select app_person()) or (${row}.organisation_id = (select app_org()) and ${row}.audience = (select app_audience())))`;

/** Staff see every membership; a party sees those of its own side, and everybody his own. */
export const membershipShape = shape({
  type: 'Membership',
  prefix: 'mem',
  table: 'identity_membership',
  visible: { STAFF: 'all', SUPPLIER: ownSide, CUSTOMER: ownSide },
  fields: {
    audience: value('audience'),
    roles: value((row) => `to_json(${row}.roles)`),
    isActive: value('is_active'),
    version: value('version'),
    createdAt: instant('created_at'),
    person: one(
      () => personShape,
      (row, person) => `${person}.id = ${row}.person_id`,
    ),
    organisation: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.organisation_id`,
    ),
  },
});
