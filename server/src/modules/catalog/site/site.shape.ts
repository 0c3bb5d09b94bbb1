import { many, one, shape, value } from '../../../platform/read/shape.ts';
import { calendarShape } from '../calendar/calendar.shape.ts';

/** Everybody who signs in may read where our sites are; what is inside them is for staff. */
export const siteShape = shape({
  type: 'Site',
  prefix: 'sit',
  table: 'catalog_site',
  visible: { STAFF: 'all', SUPPLIER: 'all', CUSTOMER: 'all' },
  fields: {
    code: value('code'),
    name: value('name'),
    timeZone: value('time_zone'),
    address: value('address'),
    isActive: value('is_active'),
    calendar: one(
      () => calendarShape,
      (row, calendar) => `${calendar}.id = ${row}.calendar_id`,
    ),
    locations: many(
      () => locationShape,
      (row, location) => `${location}.site_id = ${row}.id`,
      (location) => `${location}.code`,
    ),
  },
});

/** Locations are the company's own business. */
export const locationShape = shape({
  type: 'Location',
  prefix: 'loc',
  table: 'catalog_location',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    name: value('name'),
    kind: value('kind'),
    isActive: value('is_active'),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
  },
});
