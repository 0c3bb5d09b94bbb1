import { instant, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { contactShape } from '../contact/contact.shape.ts';

/** What leaves or does not leave, for staff. Its text is not shown: it may hold somebody's secret link. */
export const outgoingMessageShape = shape({
  type: 'OutgoingMessage',
  prefix: 'msg',
  table: 'interactions_message',
  visible: { STAFF: 'all' },
  fields: {
    purpose: value('purpose'),
    channel: value('channel'),
    subject: value('subject'),
    state: value('state'),
    reason: value('reason'),
    attempts: value('attempts'),
    lastError: value('last_error'),
    scheduledAt: instant('scheduled_at'),
    dueAt: instant('due_at'),
    sentAt: instant('sent_at'),
    createdAt: instant('created_at'),
    organisation: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.organisation_id`,
    ),
    contact: one(
      () => contactShape,
      (row, child) => `${child}.id = ${row}.contact_id`,
    ),
  },
});
