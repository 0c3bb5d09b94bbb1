import { allowedActions, instant, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

/** What planners are asked to do is the company's own. */
export const messageShape = shape({
  type: 'PlanningMessage',
  prefix: 'pmg',
  table: 'planning_message',
  visible: { STAFF: 'all' },
  fields: {
    kind: value('kind'),
    state: value('state'),
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    subjectType: value('subject_type'),
    subjectNumber: value(
      (row) => `case ${row}.subject_type
        when 'PurchaseSchedule' then (select o.number from purchasing_schedule_line s join purchasing_order o on o.id = s.order_id where s.id = ${row}.subject_id)
        when 'WorkOrder' then (select w.number from planning_work_order w where w.id = ${row}.subject_id) end`,
    ),
    currentOn: value((row) => `${row}.current_on::text`),
    wantedOn: value((row) => `${row}.wanted_on::text`),
    currentQuantity: quantity('current_quantity', stockUnit),
    wantedQuantity: quantity('wanted_quantity', stockUnit),
    openedAt: instant('opened_at'),
    handledAt: instant('handled_at'),
    handledByName: value((row) => `(select p.name from identity_person p where p.id = ${row}.handled_by_person_id)`),
    handledNote: value('handled_note'),
    version: value('version'),
    allowedActions: allowedActions(
      (row) =>
        `case when ${row}.state <> 'OPEN' then 'NONE' when ${row}.subject_type = 'PurchaseSchedule' and ${row}.kind in ('EXPEDITE', 'DEFER', 'CANCEL') then 'ASK' else 'OPEN' end`,
      { ASK: ['planning.message.handle', 'planning.request.make'], OPEN: ['planning.message.handle'], NONE: [] },
    ),
  },
});
