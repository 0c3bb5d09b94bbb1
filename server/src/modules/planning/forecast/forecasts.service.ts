import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { addDays, startOfWeek } from '../../../kernel/calendar-date.ts';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { AmountNegative, BucketPassed, HistoryMissing, ReasonNeeded } from '../planning.errors.ts';
import { planningDay } from '../run/planning-day.reads.ts';
import { readPolicies, type Policies } from '../run/planning-policies.service.ts';
import { demandHistories, type DemandHistory, type HistoryQuestion } from './demand-history.reads.ts';
import type { ForecastRequest } from './forecast-choice.calc.ts';
import type { ForecastMethod } from './forecast-methods.calc.ts';
import { forecastApart } from './forecast-thread.service.ts';
import { keepForecasts, type ComputedForecast } from './forecast-writes.service.ts';
import { ForecastBucket } from './forecast-bucket.entity.ts';
import { Forecast } from './forecast.entity.ts';

/** What is to be forecast: histories, each with the method somebody chose for it, and how far sites look. */
export interface ForecastTask {
  readonly histories: readonly DemandHistory[];
  readonly policies: Policies;
  readonly methods: ReadonlyMap<string, ForecastMethod>;
}

/** What somebody expects in a week instead of what was computed; null: nothing else. */
export interface ForecastOverride {
  readonly bucketOn: string;
  readonly quantity: Decimal | null;
}

const WEEK = 7;
const keyOf = (of: { itemId: string; siteId: string; demandClass: string }) =>
  `${of.itemId} ${of.siteId} ${of.demandClass}`;

/** Forecasts the demand of items from what was asked for, and keeps what people expect instead. */
class Forecasts {
  /** What there is to forecast: of one item at a site, or of all. */
  async gather(work: Work, only: HistoryQuestion['only'] = null): Promise<ForecastTask> {
    const policies = await readPolicies(work);
    const until = startOfWeek(await planningDay(work, only?.siteId ?? null));
    const from = addDays(until, -WEEK * policies.company.historyWeeks);
    const histories = await demandHistories(work, { from, until, only }, true);
    const { rows } = await sql<{ itemId: string; siteId: string; demandClass: string; method: ForecastMethod }>`
      select item_id as "itemId", site_id as "siteId", demand_class as "demandClass", method
      from planning_forecast where is_method_chosen`.execute(work.sql);
    return { histories, policies, methods: new Map(rows.map((row) => [keyOf(row), row.method])) };
  }

  /** Forecasts, apart from the process that answers people. */
  async compute({ histories, policies, methods }: ForecastTask): Promise<ComputedForecast[]> {
    const requests = histories.map((history): ForecastRequest => {
      const { seasonWeeks, holdoutWeeks, forecastWeeks } = policies.of(history.siteId);
      const method = methods.get(keyOf(history)) ?? null;
      return { history: history.weeks, season: seasonWeeks, holdout: holdoutWeeks, horizon: forecastWeeks, method };
    });
    const answers = await forecastApart(requests);
    return histories.flatMap((history, place): ComputedForecast[] => {
      const chosen = answers[place];
      const isMethodChosen = methods.has(keyOf(history));
      return chosen ? [{ history, chosen, isMethodChosen, holdout: requests[place]?.holdout ?? 0 }] : [];
    });
  }

  /** Computes the forecast of one row anew, by this method or by the best. @throws StaleObject, HistoryMissing */
  async chooseMethod(work: Work, id: string, version: number, method: ForecastMethod | null): Promise<string> {
    const forecast = await this.lock(work, id, version);
    const task = await this.gather(work, forecast);
    const histories = task.histories.filter(({ demandClass }) => demandClass === forecast.demandClass);
    const methods = new Map(method ? [[keyOf(forecast), method]] : []);
    const computed = await this.compute({ ...task, histories, methods });
    if (computed.length === 0) throw new HistoryMissing({});
    // The entity stands for who chose what in the audit log; the rest of the row is written with its buckets.
    Object.assign(forecast, { method: computed[0]?.chosen.method, isMethodChosen: method !== null });
    await work.em.flush();
    await keepForecasts(work, computed);
    work.em.clear();
    return id;
  }

  /** Puts what somebody expects in place of what was computed. @throws ReasonNeeded, AmountNegative, BucketPassed, StaleObject */
  async override(
    work: Work,
    id: string,
    version: number,
    { reason, weeks }: { readonly reason: string; readonly weeks: readonly ForecastOverride[] },
  ): Promise<string> {
    const forecast = await this.lock(work, id, version);
    if (!reason.trim()) throw new ReasonNeeded({}, ['input', 'reason']);
    const buckets = await work.em.find(ForecastBucket, { forecastId: id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const byDay = new Map(buckets.map((bucket) => [bucket.bucketOn, bucket]));
    const current = startOfWeek(await planningDay(work, forecast.siteId));
    weeks.forEach(({ bucketOn, quantity }, index) => {
      const path = ['input', 'weeks', String(index)];
      const bucket = byDay.get(bucketOn);
      if (!bucket) throw new NotFound({}, [...path, 'bucketOn']);
      if (bucketOn < current) throw new BucketPassed({}, [...path, 'bucketOn']);
      if (quantity?.isNegative()) throw new AmountNegative({}, [...path, 'quantity']);
      Object.assign(bucket, said(work, quantity, reason));
    });
    await work.em.flush();
    // Its version moves with its weeks: whoever saw the old ones must look again.
    await sql`update planning_forecast set version = version + 1 where id = ${forecast.id}`.execute(work.sql);
    work.em.clear();
    return id;
  }

  private async lock(work: Work, id: string, version: number): Promise<Forecast> {
    const forecast = await work.em.findOne(Forecast, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!forecast) throw new NotFound({}, ['input', 'forecastId']);
    if (forecast.version !== version) throw new StaleObject({}, ['input', 'expectedVersion']);
    return forecast;
  }
}

const said = (work: Work, quantity: Decimal | null, reason: string): Partial<ForecastBucket> =>
  quantity === null
    ? { overrideQuantity: null, overrideReason: '', overriddenByPersonId: null, overriddenAt: null }
    : {
        overrideQuantity: quantity,
        overrideReason: reason.trim(),
        overriddenByPersonId: work.actor.personId,
        overriddenAt: work.clock.now(),
      };

export const forecasts = new Forecasts();
