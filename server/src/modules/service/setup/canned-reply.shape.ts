import { one, shape, value } from '../../../platform/read/shape.ts';
import { queueShape } from './queue.shape.ts';

export const cannedReplyShape = shape({
  type: 'CannedReply',
  prefix: 'cre',
  table: 'service_canned_reply',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    titleEn: value('title_en'),
    titleZh: value('title_zh'),
    bodyEn: value('body_en'),
    bodyZh: value('body_zh'),
    isActive: value('is_active'),
    version: value('version'),
    queue: one(
      () => queueShape,
      (row, child) => `${child}.id = ${row}.queue_id`,
    ),
  },
});
