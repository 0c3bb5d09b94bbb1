import { sql } from 'kysely';
import { addDays, dateIn, startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { amountText } from '../master/load-view.calc.ts';
import { readPolicies } from '../run/planning-policies.service.ts';
import { consumeForecast } from './consumption.calc.ts';
import { demandHistories } from './demand-history.reads.ts';
import type { Forecast } from './forecast.entity.ts';

export interface ForecastWeek {
  readonly startsOn: CalendarDate;
  readonly actual: string | null;
  readonly computed: string | null;
  readonly override: string | null;
  readonly reason: string;
  readonly overriddenBy: string | null;
  readonly forecast: string | null;
  readonly ordered: string | null;
  readonly left: string | null;
}

type Bucket = Omit<ForecastWeek, 'actual' | 'left'>;
const WEEK = 7;

/** A forecast and the demand it learned from, week by week, and what orders have left of it. */
export async function forecastWeeks(work: Work, forecast: Forecast): Promise<ForecastWeek[]> {
  const { itemId, siteId, demandClass } = forecast;
  const current = startOfWeek(dateIn('UTC', work.clock.now()));
  const policy = (await readPolicies(work)).of(siteId);
  const from = addDays(current, -WEEK * policy.historyWeeks);
  const histories = await demandHistories(work, { from, until: current, only: { itemId, siteId } }, true);
  const history = histories.find((known) => known.demandClass === demandClass);
  const buckets = await bucketsOf(work, forecast, current);
  const past = (history?.weeks ?? []).map((amount, place): ForecastWeek => {
    const startsOn = addDays(history?.from ?? current, WEEK * place);
    const { forecast: said = null } = buckets.find((bucket) => bucket.startsOn === startsOn) ?? {};
    return { ...NOTHING, startsOn, actual: amountText(amount), forecast: said };
  });
  const ahead = buckets.filter(({ startsOn }) => startsOn >= current);
  const left = consumeForecast(
    ahead.map((bucket) => Number(bucket.forecast)),
    ahead.map((bucket) => Number(bucket.ordered)),
    policy.consumption,
  );
  return [...past, ...ahead.map((bucket, place) => ({ ...bucket, actual: null, left: amountText(left[place] ?? 0) }))];
}

const NOTHING = { computed: null, override: null, reason: '', overriddenBy: null, ordered: null, left: null };

async function bucketsOf(work: Work, { id, itemId, siteId }: Forecast, current: CalendarDate): Promise<Bucket[]> {
  const { rows } = await sql<Bucket>`
    select b.bucket_on::text as "startsOn", trim_scale(b.computed)::text as computed, trim_scale(b.override_quantity)::text as override,
      b.override_reason as reason, (select p.name from identity_person p where p.id = b.overridden_by_person_id) as "overriddenBy",
      trim_scale(b.quantity)::text as forecast,
      case when b.bucket_on >= ${current}::date then trim_scale(coalesce((
        select sum(l.open_quantity * l.numerator / l.denominator) from sales_order_line l
        where l.item_id = ${itemId} and l.site_id = ${siteId} and l.is_demand and l.open_quantity > 0
          and coalesce(l.confirmed_on, l.requested_on) >= b.bucket_on and coalesce(l.confirmed_on, l.requested_on) < b.bucket_on + 7), 0) + coalesce((
        select sum(d.quantity) from planning_demand d
        where d.item_id = ${itemId} and d.site_id = ${siteId} and d.kind = 'FIRM' and d.due_on >= b.bucket_on and d.due_on < b.bucket_on + 7), 0))::text end as ordered
    from planning_forecast_bucket b where b.forecast_id = ${id} order by b.bucket_on`.execute(work.sql);
  return rows;
}
