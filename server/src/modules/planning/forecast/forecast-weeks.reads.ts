import { sql } from 'kysely';
import { addDays, startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { amountText } from '../master/load-view.calc.ts';
import { planningDay } from '../run/planning-day.reads.ts';
import { readPolicies } from '../run/planning-policies.service.ts';
import { classWeeks, type ClassWeek } from './class-demand.reads.ts';
import { consumeByClass, NO_CLASS, type ConsumptionWindow } from './consumption.calc.ts';
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

type Bucket = Omit<ForecastWeek, 'actual' | 'left' | 'ordered'>;
const WEEK = 7;

/** A forecast and the demand it learned from, week by week, and what orders have left of it. */
export async function forecastWeeks(work: Work, forecast: Forecast): Promise<ForecastWeek[]> {
  const { itemId, siteId, demandClass } = forecast;
  const current = startOfWeek(await planningDay(work, siteId));
  const policy = (await readPolicies(work)).of(siteId);
  const from = addDays(current, -WEEK * policy.historyWeeks);
  const histories = await demandHistories(work, { from, until: current, only: { itemId, siteId } }, true);
  const history = histories.find((known) => known.demandClass === demandClass);
  const buckets = await bucketsOf(work, forecast);
  const past = (history?.weeks ?? []).map((amount, place): ForecastWeek => {
    const startsOn = addDays(history?.from ?? current, WEEK * place);
    const { forecast: said = null } = buckets.find((bucket) => bucket.startsOn === startsOn) ?? {};
    return { ...NOTHING, startsOn, actual: amountText(amount), forecast: said };
  });
  const ahead = buckets.filter(({ startsOn }) => startsOn >= current);
  const weeks = await classWeeks(work, forecast, current);
  const left = leftOf(weeks, forecast, ahead.length, policy.consumption);
  const ordered = (place: number) =>
    weeks.find((week) => week.demandClass === demandClass && week.ahead === place)?.ordered ?? 0;
  return [
    ...past,
    ...ahead.map((bucket, place) => ({
      ...bucket,
      actual: null,
      ordered: amountText(ordered(place)),
      left: amountText(left[place] ?? 0),
    })),
  ];
}

/** What orders leave of this forecast, beside those of other classes. */
function leftOf(
  weeks: readonly ClassWeek[],
  { demandClass }: Forecast,
  count: number,
  window: ConsumptionWindow,
): readonly number[] {
  const numbers = new Map([['', NO_CLASS]]);
  for (const { demandClass: name } of weeks) if (!numbers.has(name)) numbers.set(name, numbers.size);
  const classes = [...Map.groupBy(weeks, (week) => numbers.get(week.demandClass) ?? NO_CLASS)].map(([key, rows]) => {
    const row = (value: (week: ClassWeek) => number) =>
      Array.from({ length: count }, (_, place) =>
        rows.filter(({ ahead }) => ahead === place).reduce((sum, week) => sum + value(week), 0),
      );
    return [key, { forecast: row(({ forecast }) => forecast), orders: row(({ ordered }) => ordered) }] as const;
  });
  return consumeByClass(new Map(classes), window).get(numbers.get(demandClass) ?? NO_CLASS) ?? [];
}

const NOTHING = { computed: null, override: null, reason: '', overriddenBy: null, ordered: null, left: null };

async function bucketsOf(work: Work, { id }: Forecast): Promise<Bucket[]> {
  const { rows } = await sql<Bucket>`
    select b.bucket_on::text as "startsOn", trim_scale(b.computed)::text as computed, trim_scale(b.override_quantity)::text as override,
      b.override_reason as reason, (select p.name from identity_person p where p.id = b.overridden_by_person_id) as "overriddenBy",
      trim_scale(b.quantity)::text as forecast
    from planning_forecast_bucket b where b.forecast_id = ${id} order by b.bucket_on`.execute(work.sql);
  return rows;
}
