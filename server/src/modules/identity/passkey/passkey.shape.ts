import { instant, shape, value } from '../../../platform/read/shape.ts';

const own = (row: string) => `${row}.person_id = (select app_person())`;

/** Everybody sees his own passkeys, and nobody another's. */
export const passkeyShape = shape({
  type: 'Passkey',
  prefix: 'pky',
  table: 'identity_passkey',
  visible: { STAFF: own, SUPPLIER: own, CUSTOMER: own },
  fields: {
    name: value('name'),
    isBackedUp: value('is_backed_up'),
    createdAt: instant('created_at'),
    lastUsedAt: instant('last_used_at'),
  },
});
