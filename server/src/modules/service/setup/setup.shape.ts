import { instant, one, shape, value } from '../../../platform/read/shape.ts';
import { calendarShape } from '../../catalog/calendar/calendar.shape.ts';

const targets = (row: string) =>
  `(select json_agg(json_build_object('priority', t.key, 'responseMinutes', (t.value ->> 'response')::int, 'resolutionMinutes', (t.value ->> 'resolution')::int)
     order by array_position(array['URGENT', 'HIGH', 'NORMAL', 'LOW'], t.key)) from jsonb_each(${row}.targets) t)`;

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
