import { instant, shape, value } from '../../../platform/read/shape.ts';

/** Mail of which nobody knows yet whose it is. */
export const unfiledMailShape = shape({
  type: 'UnfiledMail',
  prefix: 'mai',
  table: 'interactions_mail',
  visible: { STAFF: (row) => `${row}.state = 'RECEIVED'` },
  fields: {
    from: value('from_address'),
    fromName: value('from_name'),
    subject: value('subject'),
    body: value('body'),
    receivedAt: instant('received_at'),
  },
});
