import { instant, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';
import { personShape } from '../person/person.shape.ts';

const ownSide = (row: string) =>
  `(${row}.organisation_id = (select app_org()) and ${row}.audience = (select app_audience()))`;

/** Staff see every invitation, a party those of its own side. */
export const invitationShape = shape({
  type: 'Invitation',
  prefix: 'inv',
  table: 'identity_invitation',
  visible: { STAFF: 'all', SUPPLIER: ownSide, CUSTOMER: ownSide },
  fields: {
    email: value('email'),
    audience: value('audience'),
    roles: value((row) => `to_json(${row}.roles)`),
    createdAt: instant('created_at'),
    expiresAt: instant('expires_at'),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
    organisation: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.organisation_id`,
    ),
    invitedBy: one(
      () => personShape,
      (row, person) => `${person}.id = ${row}.invited_by_person_id`,
    ),
  },
});
