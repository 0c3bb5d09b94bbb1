import { decimal, instant, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

const bare = (text: string) => `trim_scale(round((${text})::numeric, 6))::text`;
const judged = (row: Row) => `(
  select coalesce(json_agg(json_build_object('method', c->>'method', 'mae', ${bare("c->>'mae'")}, 'wape', ${bare("c->>'wape'")},
    'mase', ${bare("c->>'mase'")}, 'bias', ${bare("c->>'bias'")}, 'trackingSignal', ${bare("c->>'trackingSignal'")}) order by n), '[]')
  from jsonb_array_elements(${row}.candidates) with ordinality as x(c, n))`;
/** The first day of the week it is at the site. */
const week = (row: Row) =>
  `date_trunc('week', now() at time zone coalesce((select s.time_zone from catalog_site s where s.id = ${row}.site_id), 'UTC'))::date`;
const rounded = (column: string) => (row: Row) => `round(${row}.${column}, 6)`;

/** What we expect to sell is the company's own. */
export const forecastShape = shape({
  type: 'Forecast',
  prefix: 'fct',
  table: 'planning_forecast',
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
    demandClass: value('demand_class'),
    method: value('method'),
    isMethodChosen: value('is_method_chosen'),
    source: value('source'),
    candidates: value(judged),
    historyFrom: value((row) => `${row}.history_from::text`),
    historyTo: value((row) => `${row}.history_to::text`),
    holdoutWeeks: value('holdout_buckets'),
    mae: decimal(rounded('mae')),
    wape: decimal(rounded('wape')),
    mase: decimal(rounded('mase')),
    bias: decimal(rounded('bias')),
    trackingSignal: decimal(rounded('tracking_signal')),
    nextWeeks: quantity(
      (row) => `(select coalesce(sum(b.quantity), 0) from planning_forecast_bucket b
        where b.forecast_id = ${row}.id and b.bucket_on >= ${week(row)} and b.bucket_on < ${week(row)} + 28)`,
      stockUnit,
    ),
    overrideCount: value(
      (row) => `(select count(*)::int from planning_forecast_bucket b where b.forecast_id = ${row}.id
        and b.override_quantity is not null and b.bucket_on >= ${week(row)})`,
    ),
    computedAt: instant('computed_at'),
    version: value('version'),
  },
});
