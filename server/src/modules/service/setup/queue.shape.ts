import { localized, shape, value } from '../../../platform/read/shape.ts';

export const queueShape = shape({
  type: 'ServiceQueue',
  prefix: 'que',
  table: 'service_queue',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    name: localized('name_en', 'name_zh'),
    nameEn: value('name_en'),
    nameZh: value('name_zh'),
    isActive: value('is_active'),
    version: value('version'),
    policyCode: value('policy_code'),
    isDefault: value('is_default'),
    openTickets: value(
      (row) =>
        `(select count(*)::int from service_ticket t where t.queue_id = ${row}.id and t.category in ('OPEN', 'PAUSED'))`,
    ),
  },
});
