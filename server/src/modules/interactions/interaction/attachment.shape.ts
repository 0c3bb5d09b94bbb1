import { shape, value } from '../../../platform/read/shape.ts';

// A party sees the files of what it sees; the row of the contact judges.
const ofVisible = (row: string) =>
  `exists (select from interactions_interaction ai where ai.id = ${row}.interaction_id and ai.organisation_id = (select app_org()) and ai.audience = (select app_audience()) and ai.visibility = 'SHARED')`;

export const attachmentShape = shape({
  type: 'Attachment',
  prefix: 'att',
  table: 'interactions_attachment',
  visible: { STAFF: 'all', SUPPLIER: ofVisible, CUSTOMER: ofVisible },
  fields: { name: value('name'), contentType: value('content_type'), size: value('size') },
});
