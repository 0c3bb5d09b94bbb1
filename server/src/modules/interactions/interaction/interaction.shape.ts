import { instant, many, one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { contactShape } from '../contact/contact.shape.ts';
import { subjectIdSql } from '../subject/subject.shape.ts';
import { attachmentShape } from './attachment.shape.ts';

const shared = (row: string) =>
  `(${row}.organisation_id = (select app_org()) and ${row}.audience = (select app_audience()) and ${row}.visibility = 'SHARED')`;

/** A party reads what was said to it and by it; our notes are ours. */
export const interactionShape = shape({
  type: 'Interaction',
  prefix: 'int',
  table: 'interactions_interaction',
  visible: { STAFF: 'all', SUPPLIER: shared, CUSTOMER: shared },
  fields: {
    channel: value('channel'),
    direction: value('direction'),
    visibility: value('visibility'),
    isAutomatic: value('is_automatic'),
    authorName: value('author_name'),
    summary: value('summary'),
    body: value('body'),
    durationMinutes: value('duration_minutes'),
    occurredAt: instant('occurred_at'),
    subjectId: value(subjectIdSql),
    attachments: many(
      () => attachmentShape,
      (row, child) => `${child}.interaction_id = ${row}.id`,
      (child) => `${child}.id`,
    ),
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
