import { instant, shape, value } from '../../../platform/read/shape.ts';

const own = (row: string) => `${row}.id = (select app_person())`;

/** By what the viewer signs in; nobody else sees it. */
export const securityShape = shape({
  type: 'Security',
  prefix: 'sec',
  table: 'identity_person',
  visible: { STAFF: own, SUPPLIER: own, CUSTOMER: own },
  fields: {
    hasPassword: value((row) => `(${row}.password_hash is not null)`),
    passwordChangedAt: instant('password_changed_at'),
    hasAuthenticatorApp: value(
      (row) => `exists (select from identity_authenticator_app sa where sa.person_id = ${row}.id)`,
    ),
    recoveryCodesLeft: value(
      (row) =>
        `(select count(*)::int from identity_recovery_code sc where sc.person_id = ${row}.id and sc.used_at is null)`,
    ),
    isSecondFactorRequired: value(
      (row) =>
        `exists (select from identity_membership sm join identity_organisation so on so.id = sm.organisation_id where sm.person_id = ${row}.id and sm.is_active and so.requires_second_factor)`,
    ),
  },
});
