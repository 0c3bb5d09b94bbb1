import { decimal, one, quantity, shape } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { stockUnit } from '../../catalog/item/item.shape.ts';

/** Which suppliers an item is bought from at a site, and how much of each: the company's own. */
export const planningSourceShape = shape({
  type: 'PlanningSource',
  prefix: 'pls',
  table: 'planning_source',
  visible: { STAFF: 'all' },
  fields: {
    supplier: one(
      () => organisationShape,
      (row, supplier) => `${supplier}.id = ${row}.supplier_id`,
    ),
    share: decimal('quota_share'),
    weeklyCapacity: quantity('weekly_capacity', stockUnit),
  },
});
