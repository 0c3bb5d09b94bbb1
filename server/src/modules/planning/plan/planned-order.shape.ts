import { allowedActions, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';

const today = (row: Row) =>
  `(select (now() at time zone s.time_zone)::date from catalog_site s where s.id = ${row}.site_id)`;

/** What is planned is the company's own. */
export const plannedOrderShape = shape({
  type: 'PlannedOrder',
  prefix: 'plo',
  table: 'planning_planned_order',
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
    supplier: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.supplier_id`,
    ),
    scenario: one(
      () => scenarioShape,
      (row, scenario) => `${scenario}.id = ${row}.scenario_id`,
    ),
    kind: value('kind'),
    state: value('state'),
    isFirm: value('is_firm'),
    quantity: quantity('quantity', stockUnit),
    releaseOn: value((row) => `${row}.release_on::text`),
    dueOn: value((row) => `${row}.due_on::text`),
    isPastDue: value((row) => `${row}.state = 'OPEN' and ${row}.release_on < ${today(row)}`),
    documentType: value('document_type'),
    documentNumber: value(
      (row) => `case ${row}.document_type
        when 'PurchaseOrder' then (select o.number from purchasing_order o where o.id = ${row}.document_id)
        when 'WorkOrder' then (select w.number from planning_work_order w where w.id = ${row}.document_id) end`,
    ),
    note: value('note'),
    version: value('version'),
    allowedActions: allowedActions((row) => `case when ${row}.scenario_id is null then ${row}.state end`, {
      OPEN: ['planning.order.firm', 'planning.order.release'],
      CONVERTED: [],
    }),
  },
});
