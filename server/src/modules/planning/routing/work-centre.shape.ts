import { decimal, one, shape, value } from '../../../platform/read/shape.ts';
import { calendarShape } from '../../catalog/calendar/calendar.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

/** What we can make in a day is the company's own. */
export const workCentreShape = shape({
  type: 'WorkCentre',
  prefix: 'wkc',
  table: 'planning_work_centre',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    name: value('name'),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    calendar: one(
      () => calendarShape,
      (row, calendar) => `${calendar}.id = ${row}.calendar_id`,
    ),
    hoursPerDay: decimal('hours_per_day'),
    efficiency: decimal('efficiency'),
    costPerHour: decimal('cost_per_hour'),
    isActive: value('is_active'),
    operationCount: value(
      (row) => `(select count(*)::int from planning_operation o where o.work_centre_id = ${row}.id)`,
    ),
    version: value('version'),
  },
});
