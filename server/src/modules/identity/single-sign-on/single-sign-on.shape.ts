import { instant, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../organisation/organisation.shape.ts';

const ownSide = (row: string) =>
  `(${row}.organisation_id = (select app_org()) and ${row}.audience = (select app_audience()))`;

/** Staff see every connection, a party its own; nobody sees a secret. */
export const singleSignOnShape = shape({
  type: 'SingleSignOn',
  prefix: 'sso',
  table: 'identity_single_sign_on',
  visible: { STAFF: 'all', SUPPLIER: ownSide, CUSTOMER: ownSide },
  fields: {
    audience: value('audience'),
    issuer: value('issuer'),
    clientId: value('client_id'),
    isActive: value('is_active'),
    createdAt: instant('created_at'),
    emailDomains: value(
      (row) =>
        `(select coalesce(json_agg(sd.domain order by sd.domain), '[]') from identity_sign_on_domain sd where sd.single_sign_on_id = ${row}.id)`,
    ),
    organisation: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.organisation_id`,
    ),
  },
});
