import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NoExchangeRate, RateNotPositive } from '../sales.errors.ts';
import { ExchangeRate } from './exchange-rate.entity.ts';

const RATES = `
  select c.currency, case when c.currency = o.currency then '1' else (
    select r.rate::text from sales_exchange_rate r
    where r.currency = c.currency and r.valid_from <= $2::date order by r.valid_from desc limit 1) end as rate
  from unnest($1::text[]) as c(currency), identity_organisation o where o.is_company`;

const OF_ORDER = `
  select a.day::text as today, a.currency, case when a.currency = c.currency then '1' else (
    select r.rate::text from sales_exchange_rate r
    where r.currency = a.currency and r.valid_from <= a.day order by r.valid_from desc limit 1) end as rate
  from identity_organisation c, (
    select o.currency, ($2::timestamptz at time zone s.time_zone)::date as day
    from sales_order o join catalog_site s on s.id = o.site_id where o.id = $1::uuid) a
  where c.is_company`;

/** The day it is where an order's goods leave, and what its currency is worth on it; null where nobody said. */
export interface RateOfToday {
  readonly today: string;
  readonly rate: Decimal | null;
}

/** What currencies are worth in each other on a day. */
export class ExchangeRates {
  /** What one unit of the currency is worth in the company's. @throws NoExchangeRate */
  async ofDay(work: Work, currency: string, on: string): Promise<Decimal> {
    const rate = (await this.known(work, [currency], on)).get(currency);
    if (!rate) throw new NoExchangeRate({ currency, date: on });
    return rate;
  }

  /** For an order, by its id alone. */
  async ofOrder(work: Work, orderId: string): Promise<RateOfToday> {
    const [row] = await work.send<{ today: string; rate: string | null }>(OF_ORDER, [orderId, work.clock.now()]);
    return { today: row?.today ?? '', rate: row?.rate ? new Decimal(row.rate) : null };
  }

  /** What one unit of each currency is worth in `into`; nothing is asked where all are the same. @throws NoExchangeRate */
  async between(
    work: Work,
    currencies: readonly string[],
    into: string,
    on: string,
  ): Promise<ReadonlyMap<string, Decimal>> {
    const foreign = [...new Set(currencies)].filter((currency) => currency !== into);
    if (foreign.length === 0) return new Map();
    const rates = await this.known(work, [into, ...foreign], on);
    const target = rates.get(into);
    return new Map(
      foreign.map((currency) => {
        const rate = rates.get(currency);
        if (!rate || !target) throw new NoExchangeRate({ currency: rate ? into : currency, date: on });
        return [currency, rate.div(target)];
      }),
    );
  }

  /** Writes down what a currency is worth from a day on; what was submitted before keeps its own. @throws RateNotPositive, UnknownCurrency */
  async set(
    work: Work,
    { currency, validFrom, rate }: Pick<ExchangeRate, 'currency' | 'validFrom' | 'rate'>,
  ): Promise<string> {
    Money.zero(currency);
    if (rate.lte(0)) throw new RateNotPositive({}, ['input', 'rate']);
    const known = await work.em.findOne(
      ExchangeRate,
      { currency, validFrom },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const row = Object.assign(known ?? new ExchangeRate(), { currency, validFrom, rate });
    work.em.persist(row);
    await work.em.flush();
    return row.id;
  }

  private async known(work: Work, currencies: readonly string[], on: string): Promise<Map<string, Decimal>> {
    const rows = await work.send<{ currency: string; rate: string | null }>(RATES, [currencies, on]);
    return new Map(rows.flatMap(({ currency, rate }) => (rate === null ? [] : [[currency, new Decimal(rate)]])));
  }
}

export const exchangeRates = new ExchangeRates();
