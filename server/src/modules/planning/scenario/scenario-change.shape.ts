import { one, shape, value } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

/** One thing a scenario says differently. */
export const scenarioChangeShape = shape({
  type: 'PlanningScenarioChange',
  prefix: 'psx',
  table: 'planning_scenario_change',
  visible: { STAFF: 'all' },
  fields: {
    kind: value('kind'),
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    field: value((row) => `nullif(upper(${row}.field), '')`),
    dueOn: value((row) => `${row}.due_on::text`),
    lotRule: value((row) => `nullif(${row}.word, '')`),
    value: value((row) => `case when ${row}.field <> 'lot_rule' then trim_scale(${row}.value)::text end`),
  },
});
