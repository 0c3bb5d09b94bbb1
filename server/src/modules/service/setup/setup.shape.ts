import { instant, localized, one, shape, value } from '../../../platform/read/shape.ts';
import { calendarShape } from '../../catalog/calendar/calendar.shape.ts';

const targets = (row: string) =>
  `(select json_agg(json_build_object('priority', t.key, 'responseMinutes', (t.value ->> 'response')::int, 'resolutionMinutes', (t.value ->> 'resolution')::int)
     order by array_position(array['URGENT', 'HIGH', 'NORMAL', 'LOW'], t.key)) from jsonb_each(${row}.targets) t)`;

/** What a question can be about; everybody who may ask chooses from it. */
export const categoryShape = shape({
  type: 'ServiceCategory',
  prefix: 'sca',
  table: 'service_category',
  visible: { STAFF: 'all', SUPPLIER: 'all', CUSTOMER: 'all' },
  fields: { code: value('code'), name: localized('name_en', 'name_zh'), skill: value('skill') },
});

export const policyShape = shape({
  type: 'ServicePolicy',
  prefix: 'spo',
  table: 'service_policy',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    name: value('name'),
    policyVersion: value('version'),
    targets: value(targets),
    createdAt: instant('created_at'),
    calendar: one(
      () => calendarShape,
      (row, child) => `${child}.id = ${row}.calendar_id`,
    ),
  },
});
