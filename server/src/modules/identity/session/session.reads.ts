import { list } from '../../../platform/read/list.ts';
import { sessionShape } from './session.shape.ts';

export const sessionList = list(sessionShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: { openAt: (row, now) => `${row}.revoked_at is null and ${row}.expires_at > ${now}::timestamptz` },
});
