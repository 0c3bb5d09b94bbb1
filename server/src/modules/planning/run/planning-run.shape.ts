import { instant, shape, value } from '../../../platform/read/shape.ts';

/** Runs are the company's own. */
export const planningRunShape = shape({
  type: 'PlanningRun',
  prefix: 'plr',
  table: 'planning_run',
  visible: { STAFF: 'all' },
  fields: {
    kind: value('kind'),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    requestedByName: value(
      (row) => `(select p.name from identity_person p where p.id = ${row}.requested_by_person_id)`,
    ),
    planFrom: value((row) => `${row}.plan_from::text`),
    itemCount: value('item_count'),
    orderCount: value('order_count'),
    messageCount: value('message_count'),
    changedCount: value('changed_count'),
  },
});
