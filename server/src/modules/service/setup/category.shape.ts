import { localized, one, shape, value } from '../../../platform/read/shape.ts';
import { queueShape } from './queue.shape.ts';

/** What a question can be about; everybody who may ask chooses from it. */
export const categoryShape = shape({
  type: 'ServiceCategory',
  prefix: 'sca',
  table: 'service_category',
  visible: { STAFF: 'all', SUPPLIER: 'all', CUSTOMER: 'all' },
  fields: {
    code: value('code'),
    name: localized('name_en', 'name_zh'),
    nameEn: value('name_en'),
    nameZh: value('name_zh'),
    skill: value('skill'),
    isActive: value('is_active'),
    version: value('version'),
    queue: one(
      () => queueShape,
      (row, child) => `${child}.id = ${row}.queue_id`,
    ),
  },
});
