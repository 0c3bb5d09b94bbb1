import { decimal, many, one, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { workCentreShape } from './work-centre.shape.ts';

const day = (column: string) => (row: Row) => `case when isfinite(${row}.${column}) then ${row}.${column}::text end`;
const hours = (row: Row, column: string) =>
  `(select coalesce(sum(o.${column}), 0) from planning_operation o where o.routing_id = ${row}.id)`;

/** How things are made is the company's own. */
export const routingShape = shape({
  type: 'Routing',
  prefix: 'rtg',
  table: 'planning_routing',
  visible: { STAFF: 'all' },
  fields: {
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    revision: value('revision'),
    alternate: value('alternate'),
    validFrom: value(day('valid_from')),
    validTo: value(day('valid_to')),
    version: value('version'),
    setupHours: decimal((row) => hours(row, 'setup_hours')),
    runHours: decimal((row) => hours(row, 'run_hours')),
    operations: many(
      () => operationShape,
      (row, operation) => `${operation}.routing_id = ${row}.id`,
      (operation) => `${operation}.operation_no`,
    ),
  },
});

export const operationShape = shape({
  type: 'RoutingOperation',
  prefix: 'opn',
  table: 'planning_operation',
  visible: { STAFF: 'all' },
  fields: {
    operationNo: value('operation_no'),
    name: value('name'),
    workCentre: one(
      () => workCentreShape,
      (row, centre) => `${centre}.id = ${row}.work_centre_id`,
    ),
    setupHours: decimal('setup_hours'),
    runHours: decimal('run_hours'),
  },
});
