import { list } from '../../../platform/read/list.ts';
import { passkeyShape } from './passkey.shape.ts';

export const passkeyList = list(passkeyShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
});
