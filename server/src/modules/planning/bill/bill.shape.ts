import { decimal, many, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

const day = (column: string) => (row: Row) => `case when isfinite(${row}.${column}) then ${row}.${column}::text end`;

/** What things are made of is the company's own. */
export const billShape = shape({
  type: 'Bill',
  prefix: 'bom',
  table: 'planning_bill',
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
    baseQuantity: quantity('base_quantity', stockUnit),
    validFrom: value(day('valid_from')),
    validTo: value(day('valid_to')),
    note: value('note'),
    version: value('version'),
    componentCount: value((row) => `(select count(*)::int from planning_bill_component c where c.bill_id = ${row}.id)`),
    components: many(
      () => billComponentShape,
      (row, component) => `${component}.bill_id = ${row}.id`,
      (component) => `${component}.position`,
    ),
  },
});

export const billComponentShape = shape({
  type: 'BillComponent',
  prefix: 'bmc',
  table: 'planning_bill_component',
  visible: { STAFF: 'all' },
  fields: {
    position: value('position'),
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    quantity: quantity('quantity', stockUnit),
    scrap: decimal('scrap'),
    isPhantom: value('is_phantom'),
    operationNo: value('operation_no'),
    validFrom: value(day('valid_from')),
    validTo: value(day('valid_to')),
  },
});
