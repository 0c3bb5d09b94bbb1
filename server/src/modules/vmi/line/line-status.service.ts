import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { lineAlerts } from '../alert/line-alerts.service.ts';
import { leadTimes } from './lead-times.service.ts';
import { figuresOf, type Scope } from './line-figures.reads.ts';
import { overWholeTables } from './whole-tables.service.ts';

/**
 * Keeps the figures, colours and alerts of lines true, many lines in one statement. Lines whose figures are what they
 * were are not written, except once a day, so that `asOf` stays near.
 */
class LineStatuses {
  /** @returns how many lines were written. */
  refresh(work: Work, lineIds: readonly string[]): Promise<number> {
    if (lineIds.length === 0) return Promise.resolve(0);
    return this.write(work, sql`l.id = any(${lineIds}::uuid[])`, true);
  }

  /** The lines of these items at these sites; of all sites when none is named. */
  async refreshItems(work: Work, itemIds: readonly string[], siteIds: readonly string[] = []): Promise<number> {
    const atSites = siteIds.length > 0 ? sql`and l.site_id = any(${siteIds}::uuid[])` : sql``;
    const { rows } = await sql<{ id: string }>`
      select l.id from vmi_agreement_line l where l.is_live and l.item_id = any(${itemIds}::uuid[]) ${atSites}`.execute(
      work.sql,
    );
    return this.refresh(
      work,
      rows.map(({ id }) => id),
    );
  }

  /** Every live line. */
  refreshAll(work: Work): Promise<number> {
    return this.write(work, sql`true`, false);
  }

  private async write(work: Work, which: RawBuilder<unknown>, isNarrow: boolean): Promise<number> {
    await work.em.flush();
    const now = work.clock.now();
    const agreements = isNarrow
      ? sql`a.id in (select l.agreement_id from vmi_agreement_line l where ${which})`
      : sql`true`;
    const due = await leadTimes.table(work, agreements);
    const scope: Scope = { which, isNarrow, now, due, usageOf: 'all' };
    const update = async (): Promise<number> => {
      const { numAffectedRows } = await sql`${statusUpdate(scope)}`.execute(work.sql);
      await lineAlerts.follow(work, isNarrow ? which : null);
      return Number(numAffectedRows ?? 0);
    };
    return isNarrow ? update() : overWholeTables(work, update);
  }
}

const FIGURES = [
  'on_hand',
  'reserved',
  'in_receiving',
  'in_transit',
  'open_order',
  'awaiting_answer',
  'other_supply',
  'position',
  'average_usage',
  'days_of_supply',
  'minimum',
  'reorder_point',
  'maximum',
  'stockout_on',
  'horizon_days',
  'overdue_notices',
  'feed_at',
  'shares_demand',
  'colour',
] as const;
const columns = (prefix: string) => sql.raw(FIGURES.map((name) => `${prefix}.${name}`).join(', '));

const statusUpdate = (scope: Scope) => sql`
  with ${figuresOf(scope)},
  ${projections},
  fresh as (
    select f.id, f.shares_demand, round(f.on_hand, 6) as on_hand, round(f.reserved, 6) as reserved,
      round(f.in_receiving, 6) as in_receiving, round(f.in_transit, 6) as in_transit, round(f.open_order, 6) as open_order,
      round(f.awaiting_answer, 6) as awaiting_answer, round(f.other_supply, 6) as other_supply,
      round(f.position, 6) as position, round(f.average_usage, 6) as average_usage,
      case when f.average_usage > 0 then round(f.on_hand / f.average_usage, 6) end as days_of_supply,
      f.minimum, f.reorder_point, f.maximum, o.stockout_on, f.horizon_days, f.overdue_notices, f.feed_at,
      case when f.is_stale then 'NO_DATA' when f.on_hand <= 0 then 'OUT_OF_STOCK'
           when f.minimum is null or f.maximum is null then 'NO_DATA' when f.on_hand < f.minimum then 'BELOW_MIN'
           when f.on_hand > f.maximum then 'ABOVE_MAX' else 'ON_TRACK' end as colour
    from figures f left join stockouts o on o.id = f.id)
  update vmi_line_status s
  set (${sql.raw(FIGURES.join(', '))}, as_of) = row(${columns('n')}, ${scope.now}::timestamptz)
  from fresh n
  where n.id = s.id and (s.as_of is null or s.as_of < ${scope.now}::timestamptz - interval '1 day'
    or (${columns('s')}) is distinct from (${columns('n')}))`;

/**
 * The first day whose projected stock is below zero, demand spread evenly and each receipt usable on its day (past due
 * ones today): before the receipts of day d, stock lasts floor((on hand + receipts so far) / usage) more days.
 */
const projections = sql`
  arrivals as (
    select f.id, greatest(s.expected_on, f.today) as day, sum(s.quantity) as quantity
    from figures f
    join supply s on s.item_id = f.item_id and s.site_id = f.site_id and s.is_consignment = f.is_consigned
      and (not f.is_consigned or s.supplier_id = f.supplier_id)
    where f.average_usage > 0 and s.expected_on <= f.today + f.horizon_days
    group by 1, 2),
  stretches as (
    select id, day, sum(quantity) over (partition by id order by day) - quantity as came from arrivals
    union all
    select f.id, f.today + f.horizon_days, coalesce(r.quantity, 0)
    from figures f left join (select id, sum(quantity) as quantity from arrivals group by id) r on r.id = f.id
    where f.average_usage > 0),
  stockouts as (
    select f.id, min(f.today + n.days) as stockout_on
    from stretches c join figures f on f.id = c.id
    cross join lateral (select least(floor((f.on_hand + c.came) / f.average_usage), 100000)::int as days) n
    where n.days < c.day - f.today
    group by f.id)`;

export const lineStatuses = new LineStatuses();
