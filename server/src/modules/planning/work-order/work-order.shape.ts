import { allowedActions, instant, many, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { workOrderActions } from './work-order.state.ts';

const item = one(
  () => itemShape,
  (row, child) => `${child}.id = ${row}.item_id`,
);

/** What is being made is the company's own. */
export const workOrderShape = shape({
  type: 'WorkOrder',
  prefix: 'wor',
  table: 'planning_work_order',
  visible: { STAFF: 'all' },
  fields: {
    number: value('number'),
    item,
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    state: value('state'),
    quantity: quantity('quantity', stockUnit),
    receivedQuantity: quantity('received_quantity', stockUnit),
    scrappedQuantity: quantity('scrapped_quantity', stockUnit),
    openQuantity: quantity('open_quantity', stockUnit),
    startOn: value((row) => `${row}.start_on::text`),
    dueOn: value((row) => `${row}.due_on::text`),
    isLate: value(
      (row) =>
        `coalesce(${row}.due_on < (select (now() at time zone s.time_zone)::date from catalog_site s where s.id = ${row}.site_id), false) and ${row}.state in ('PLANNED', 'RELEASED', 'STARTED')`,
    ),
    scrapReason: value('scrap_reason'),
    note: value('note'),
    completedAt: instant('completed_at'),
    version: value('version'),
    allowedActions: allowedActions('state', workOrderActions),
    components: many(
      () => workOrderComponentShape,
      (row, component) => `${component}.work_order_id = ${row}.id`,
      (component) => `${component}.position`,
    ),
    reports: many(
      () => workOrderReportShape,
      (row, report) => `${report}.work_order_id = ${row}.id`,
      (report) => `${report}.reported_at, ${report}.id`,
    ),
  },
});

export const workOrderComponentShape = shape({
  type: 'WorkOrderComponent',
  prefix: 'woc',
  table: 'planning_work_order_component',
  visible: { STAFF: 'all' },
  fields: {
    position: value('position'),
    item,
    requiredQuantity: quantity('required_quantity', stockUnit),
    issuedQuantity: quantity('issued_quantity', stockUnit),
    openQuantity: quantity('open_quantity', stockUnit),
    available: quantity(
      (row) =>
        `(select coalesce(sum(b.on_hand - b.reserved), 0) from inventory_stock_balance b
          join planning_work_order w on w.id = ${row}.work_order_id and w.site_id = b.site_id
          join identity_organisation o on o.id = b.owner_id and o.is_company
          where b.item_id = ${row}.item_id and b.status = 'UNRESTRICTED')`,
      stockUnit,
    ),
  },
});

export const workOrderReportShape = shape({
  type: 'WorkOrderReport',
  prefix: 'wop',
  table: 'planning_work_order_report',
  visible: { STAFF: 'all' },
  fields: {
    kind: value('kind'),
    item,
    quantity: quantity('quantity', stockUnit),
    reason: value('reason'),
    reportedAt: instant('reported_at'),
    reportedByName: value((row) => `(select p.name from identity_person p where p.id = ${row}.reported_by_person_id)`),
  },
});
