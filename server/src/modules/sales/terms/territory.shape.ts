import { shape, value } from '../../../platform/read/shape.ts';

/** How sales divides its customers is no customer's business. */
export const territoryShape = shape({
  type: 'Territory',
  prefix: 'ter',
  table: 'sales_territory',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    name: value('name'),
    country: value('country'),
    area: value('area'),
    customerCount: value(
      (row) => `(select count(*)::int from sales_customer_terms t where t.territory_id = ${row}.id)`,
    ),
  },
});
