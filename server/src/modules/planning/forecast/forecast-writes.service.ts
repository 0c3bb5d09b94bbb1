import { sql } from 'kysely';
import { addDays } from '../../../kernel/calendar-date.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { DemandHistory } from './demand-history.reads.ts';
import type { ChosenForecast } from './forecast-choice.calc.ts';

/** What was computed from a history, ready to be kept. */
export interface ComputedForecast {
  readonly history: DemandHistory;
  readonly chosen: ChosenForecast;
  readonly isMethodChosen: boolean;
  readonly holdout: number;
}

const DAYS = 7;
const KEPT_DIGITS = 3;

/** Keeps forecasts, in two statements; buckets that stay as they are are not written, and overrides stay. */
export async function keepForecasts(work: Work, forecasts: readonly ComputedForecast[]): Promise<number> {
  const { rows } = await sql<{ id: string; row: number }>`
    with given as (select * from jsonb_to_recordset(${JSON.stringify(forecasts.map(headOf))}::jsonb) as x(
      id uuid, row int, item_id uuid, site_id uuid, demand_class text, source text, method text, is_method_chosen boolean, parameters jsonb, candidates jsonb,
      history_from date, history_to date, holdout_buckets int, mae numeric, wape numeric, mase numeric, bias numeric, tracking_signal numeric)),
    kept as (
      insert into planning_forecast as f (id, item_id, site_id, demand_class, source, method, is_method_chosen, parameters, candidates,
        history_from, history_to, holdout_buckets, mae, wape, mase, bias, tracking_signal, computed_at)
      select id, item_id, site_id, demand_class, source, method, is_method_chosen, parameters, candidates,
        history_from, history_to, holdout_buckets, mae, wape, mase, bias, tracking_signal, ${work.clock.now()} from given
      on conflict (item_id, site_id, demand_class) do update set source = excluded.source, method = excluded.method,
        is_method_chosen = excluded.is_method_chosen, parameters = excluded.parameters, candidates = excluded.candidates,
        history_from = excluded.history_from, history_to = excluded.history_to, holdout_buckets = excluded.holdout_buckets,
        mae = excluded.mae, wape = excluded.wape, mase = excluded.mase, bias = excluded.bias,
        tracking_signal = excluded.tracking_signal, computed_at = excluded.computed_at, version = f.version + 1
      returning id, item_id, site_id, demand_class)
    select k.id, g.row from kept k join given g using (item_id, site_id, demand_class)`.execute(work.sql);
  const idOf = new Map(rows.map(({ id, row }) => [row, id]));
  const buckets = forecasts.flatMap((forecast, row) => bucketsOf(forecast, idOf.get(row) ?? ''));
  await sql`
    insert into planning_forecast_bucket as b (id, forecast_id, item_id, site_id, bucket_on, computed)
    select id, forecast_id, item_id, site_id, bucket_on, computed
    from jsonb_to_recordset(${JSON.stringify(buckets)}::jsonb)
      as x(id uuid, forecast_id uuid, item_id uuid, site_id uuid, bucket_on date, computed numeric)
    on conflict (forecast_id, bucket_on) do update set computed = excluded.computed where b.computed <> excluded.computed`.execute(
    work.sql,
  );
  return rows.length;
}

function headOf({ history, chosen, isMethodChosen, holdout }: ComputedForecast, row: number) {
  const { mae = null, wape = null, mase = null, bias = null, trackingSignal = null } = chosen.accuracy ?? {};
  return {
    id: newId(),
    row,
    item_id: history.itemId,
    site_id: history.siteId,
    demand_class: history.demandClass,
    source: history.source,
    method: chosen.method,
    is_method_chosen: isMethodChosen,
    parameters: chosen.parameters,
    candidates: chosen.candidates,
    history_from: history.from,
    history_to: addDays(history.from, DAYS * history.weeks.length - 1),
    holdout_buckets: chosen.candidates.length === 0 ? 0 : Math.min(holdout, Math.floor(history.weeks.length / 2)),
    mae,
    wape,
    mase,
    bias,
    tracking_signal: trackingSignal,
  };
}

function bucketsOf({ history, chosen }: ComputedForecast, forecastId: string) {
  const first = addDays(history.from, DAYS * history.weeks.length);
  return chosen.forecast.map((computed, place) => ({
    id: newId(),
    forecast_id: forecastId,
    item_id: history.itemId,
    site_id: history.siteId,
    bucket_on: addDays(first, DAYS * place),
    computed: computed.toFixed(KEPT_DIGITS),
  }));
}
