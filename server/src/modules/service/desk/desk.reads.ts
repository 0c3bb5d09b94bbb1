import { list } from '../../../platform/read/list.ts';
import { unfiledMailShape } from './unfiled-mail.shape.ts';

export const unfiledMailList = list(unfiledMailShape, {
  sorts: { NEWEST: { by: (row) => `${row}.received_at`, type: 'timestamptz', direction: 'desc' } },
});
