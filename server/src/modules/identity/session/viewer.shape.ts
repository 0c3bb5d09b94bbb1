import { instantSql, many, one, shape, value } from '../../../platform/read/shape.ts';
import { membershipShape } from '../person/membership.shape.ts';
import { personShape } from '../person/person.shape.ts';

const own = (row: string) => `${row}.person_id = (select app_person())`;

/** Who asks, read from his session. */
export const viewerShape = shape({
  type: 'Viewer',
  prefix: 'vwr',
  table: 'identity_session',
  visible: { STAFF: own, SUPPLIER: own, CUSTOMER: own },
  fields: {
    person: one(
      () => personShape,
      (row, person) => `${person}.id = ${row}.person_id`,
    ),
    membership: one(
      () => membershipShape,
      (row, membership) => `${membership}.id = ${row}.membership_id`,
    ),
    memberships: many(
      () => membershipShape,
      (row, membership) =>
        `${membership}.person_id = ${row}.person_id and ${membership}.is_active and exists (select from identity_organisation mo where mo.id = ${membership}.organisation_id and mo.is_active)`,
      (membership) => `${membership}.created_at, ${membership}.id`,
    ),
    impersonation: value(
      (row) =>
        `(case when ${row}.impersonated_by_person_id is not null then json_build_object('by', ${row}.impersonated_by_name, 'reason', ${row}.impersonation_reason, 'endsAt', ${instantSql(`${row}.expires_at`)}) end)`,
    ),
    allowedActions: value(
      (_row, arg) => `(select coalesce(json_agg(act order by act), '[]') from unnest(${arg.actions()}) act)`,
    ),
  },
});
