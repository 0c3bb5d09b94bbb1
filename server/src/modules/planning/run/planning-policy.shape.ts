import { decimal, one, shape, value } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

/** How we plan is the company's own. */
export const planningPolicyShape = shape({
  type: 'PlanningPolicy',
  prefix: 'ppo',
  table: 'planning_policy',
  visible: { STAFF: 'all' },
  fields: {
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    bucketCount: value('bucket_count'),
    expediteToleranceDays: value('expedite_tolerance_days'),
    deferToleranceDays: value('defer_tolerance_days'),
    quantityTolerance: decimal('quantity_tolerance'),
    consumeBackward: value('consume_backward'),
    consumeForward: value('consume_forward'),
    historyWeeks: value('history_weeks'),
    holdoutWeeks: value('holdout_weeks'),
    seasonWeeks: value('season_weeks'),
    forecastWeeks: value('forecast_weeks'),
    version: value('version'),
  },
});
