import { one, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';

/** A party reads its own calendars and the company's. */
const ownAndCompany = (row: string) =>
  `(${row}.organisation_id = (select app_org()) or ${row}.organisation_id = (select o.id from identity_organisation o where o.is_company))`;

const days = (row: string) =>
  `(select coalesce(json_agg(json_build_object('weekday', d.key::int, 'hours', d.value) order by d.key), '[]') from jsonb_each(${row}.week) d)`;
const exceptions = (row: string) =>
  `(select coalesce(json_agg(json_build_object('date', d.key, 'hours', d.value) order by d.key), '[]') from jsonb_each(${row}.overrides) d)`;

export const calendarShape = shape({
  type: 'Calendar',
  prefix: 'cal',
  table: 'catalog_calendar',
  visible: { STAFF: 'all', SUPPLIER: ownAndCompany, CUSTOMER: ownAndCompany },
  fields: {
    name: value('name'),
    timeZone: value('time_zone'),
    week: value(days),
    exceptions: value(exceptions),
    isDefault: value('is_default'),
    version: value('version'),
    organisation: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.organisation_id`,
    ),
  },
});
