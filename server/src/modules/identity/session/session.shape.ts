import { instant, needs, one, shape, value } from '../../../platform/read/shape.ts';
import { membershipShape } from '../person/membership.shape.ts';

const own = (row: string) => `${row}.person_id = (select app_person())`;

/** Everybody sees his own sessions, and nobody another's. */
export const sessionShape = shape({
  type: 'Session',
  prefix: 'ses',
  table: 'identity_session',
  visible: { STAFF: own, SUPPLIER: own, CUSTOMER: own },
  fields: {
    userAgent: value('user_agent'),
    remoteAddress: value('remote_address'),
    createdAt: instant('created_at'),
    lastSeenAt: instant('last_seen_at'),
    expiresAt: instant('expires_at'),
    impersonatedBy: value('impersonated_by_name'),
    isCurrent: needs({ sessionId: 'id' }),
    membership: one(
      () => membershipShape,
      (row, membership) => `${membership}.id = ${row}.membership_id`,
    ),
  },
});
