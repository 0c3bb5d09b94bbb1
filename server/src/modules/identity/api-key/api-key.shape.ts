import { instant, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';
import { personShape } from '../person/person.shape.ts';

const ownSide = (row: string) =>
  `(${row}.organisation_id = (select app_org()) and ${row}.audience = (select app_audience()))`;

/** Staff see every key, a party those of its own side; nobody sees a secret. */
export const apiKeyShape = shape({
  type: 'ApiKey',
  prefix: 'key',
  table: 'identity_api_key',
  visible: { STAFF: 'all', SUPPLIER: ownSide, CUSTOMER: ownSide },
  fields: {
    name: value('name'),
    prefix: value('prefix'),
    audience: value('audience'),
    scopes: value((row) => `to_json(${row}.scopes)`),
    createdAt: instant('created_at'),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    lastUsedAddress: value('last_used_address'),
    revokedAt: instant('revoked_at'),
    organisation: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.organisation_id`,
    ),
    createdBy: one(
      () => personShape,
      (row, person) => `${person}.id = ${row}.created_by_person_id`,
    ),
  },
});
