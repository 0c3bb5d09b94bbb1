import { allowedActions, instant, many, shape, value } from '../../../platform/read/shape.ts';
import { scenarioChangeShape } from './scenario-change.shape.ts';

/** Copies to try things on are the company's own. */
export const scenarioShape = shape({
  type: 'PlanningScenario',
  prefix: 'psc',
  table: 'planning_scenario',
  visible: { STAFF: 'all' },
  fields: {
    name: value('name'),
    note: value('note'),
    state: value('state'),
    createdAt: instant('created_at'),
    createdByName: value((row) => `(select p.name from identity_person p where p.id = ${row}.created_by_person_id)`),
    closedAt: instant('closed_at'),
    changeCount: value(
      (row) => `(select count(*)::int from planning_scenario_change c where c.scenario_id = ${row}.id)`,
    ),
    changes: many(
      () => scenarioChangeShape,
      (row, change) => `${change}.scenario_id = ${row}.id`,
      (change) => `${change}.id`,
    ),
    isPlanned: value((row) => `exists (select from planning_run r where r.scenario_id = ${row}.id)`),
    version: value('version'),
    allowedActions: allowedActions('state', {
      OPEN: ['planning.scenario.change', 'planning.scenario.apply'],
      APPLIED: [],
      DISCARDED: [],
    }),
  },
});
