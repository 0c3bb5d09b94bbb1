import { sql, type RawBuilder } from 'kysely';
import type { DueTable } from './lead-times.service.ts';

/** Which lines a computation is about. */
export interface Scope {
  /** A condition over the line `l` and its agreement `a`. */
  readonly which: RawBuilder<unknown>;
  /** A condition over the line `l`, its version `v` and its terms `t`: such a line is left out before anything is summed up. */
  readonly leaving?: RawBuilder<unknown>;
  /** Few lines: other tables are entered by item and site instead of being read in whole. */
  readonly isNarrow: boolean;
  readonly now: Date;
  readonly due: DueTable;
  /** Lines whose average usage is wanted; of the others it stays unknown. */
  readonly usageOf: 'all' | 'days of supply';
}

/**
 * The figures of live lines as common table expressions; the last one, `figures`, has one row per line:
 *
 *     position = on hand - reserved + in transit + awaiting an answer
 *                + ordered and wanted, when it was ordered, by the day a new order would arrive
 *
 * On hand is unrestricted stock in storage. An order that was postponed since still counts: nobody orders it twice.
 * Supply of other suppliers of the item counts too, and goods offered in the item's place until they arrive.
 * Quantities are in stock units, each summed once per line whatever the number of locations, lots and orders.
 */
export const figuresOf = (scope: Scope): RawBuilder<unknown> => sql`
  scope as (${linesOf(scope)}),
  stock as (${stockOf(scope)}),
  supply as (${supplyOf(scope)}),
  coming as (${comingTo}),
  asked as (${askedFor(scope)}),
  used as (${usedOf(scope)}),
  figures as (${figures(scope)})`;

// Written out in front of a join, so that a narrow scope enters the other tables through their indexes, and no more of
// them is summed up than lines are left.
const near = ({ isNarrow, leaving }: Scope, row: string) =>
  isNarrow || leaving
    ? sql`join (select distinct item_id, site_id from scope) k on k.item_id = ${sql.ref(`${row}.item_id`)} and k.site_id = ${sql.ref(`${row}.site_id`)}`
    : sql``;

// Narrow rows: there is one for every line, and what only a proposal needs is joined to the few that need one.
const linesOf = ({ which, leaving, due }: Scope) => sql`
  select l.id, l.supplier_id, l.agreement_id, l.item_id, l.site_id, l.owner_id, l.owner_id = l.supplier_id as is_consigned,
    l.limits_mode, l.minimum, l.reorder_point, l.maximum, l.quota_share, l.limits_revision, l.snoozed_until, v.usage_window_days,
    v.horizon_days, v.max_feed_age_hours, v.shares_demand, t.id is not null as has_terms, d.today,
    d.dues[coalesce(t.lead_time_days, 0) + 1] as due_on
  from vmi_agreement_line l
  join vmi_agreement a on a.id = l.agreement_id
  join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no
  join ${due.rows} d on d.agreement_id = a.id
  left join catalog_supplier_item t on t.supplier_id = l.supplier_id and t.item_id = l.item_id and t.is_active
  where l.is_live and ${which}${leaving ? sql` and not ${leaving}` : sql``}`;

const stockOf = (scope: Scope) => sql`
  select b.item_id, b.site_id, b.owner_id,
    coalesce(sum(b.on_hand) filter (where o.kind = 'STORAGE' and b.status = 'UNRESTRICTED'), 0) as on_hand,
    coalesce(sum(b.reserved) filter (where o.kind = 'STORAGE' and b.status = 'UNRESTRICTED'), 0) as reserved,
    coalesce(sum(b.on_hand) filter (where b.status = 'QUALITY' or (o.kind = 'RECEIVING' and b.status = 'UNRESTRICTED')), 0) as in_receiving,
    max(b.updated_at) as updated_at
  from inventory_stock_balance b ${near(scope, 'b')} join catalog_location o on o.id = b.location_id
  group by b.item_id, b.site_id, b.owner_id`;

const supplyOf = (scope: Scope) => sql`
  select s.item_id, s.site_id, s.supplier_id, o.is_consignment, false as is_moving,
    coalesce(s.confirmed_on, s.requested_on) as expected_on, least(s.requested_on, s.confirmed_on) as wanted_on,
    (s.open_quantity - s.in_transit_quantity) * s.numerator / s.denominator as quantity
  from purchasing_schedule_line s ${near(scope, 's')} join purchasing_order_line o on o.id = s.order_line_id
  where s.state = 'OPEN' and s.is_issued and s.open_quantity > s.in_transit_quantity
  union all
  select n.item_id, n.site_id, n.supplier_id, o.is_consignment, true, n.expected_on, n.expected_on,
    (n.quantity - n.received_quantity) * n.numerator / n.denominator
  from (select n.*, a.site_id, a.expected_on from purchasing_notice a join purchasing_notice_line n on n.notice_id = a.id
        where a.state in ('SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING') and n.quantity > n.received_quantity) n
  ${near(scope, 'n')} join purchasing_order_line o on o.id = n.order_line_id`;

const comingTo = sql`
  select x.id,
    sum(s.quantity) filter (where s.supplier_id = x.supplier_id and s.is_moving) as in_transit,
    sum(s.quantity) filter (where s.supplier_id = x.supplier_id and not s.is_moving) as open_order,
    sum(s.quantity) filter (where s.supplier_id = x.supplier_id and not s.is_moving and s.wanted_on <= x.due_on) as on_order,
    sum(s.quantity) filter (where s.supplier_id <> x.supplier_id and (s.is_moving or s.wanted_on <= x.due_on)) as of_others,
    count(*) filter (where s.supplier_id = x.supplier_id and s.is_moving and s.expected_on < x.today)::int as overdue_notices
  from scope x
  join supply s on s.item_id = x.item_id and s.site_id = x.site_id and s.is_consignment = x.is_consigned
    and (not x.is_consigned or s.supplier_id = x.supplier_id)
  group by x.id`;

const askedFor = (scope: Scope) => sql`
  select x.id, sum(p.quantity) filter (where p.line_id = x.id) as mine,
    sum(p.quantity) filter (where p.line_id <> x.id) as of_others
  from scope x
  join (select p.item_id, p.site_id, p.line_id, p.quantity, l.owner_id
        from vmi_proposal p ${near(scope, 'p')} join vmi_agreement_line l on l.id = p.line_id
        where p.state in ('COMPUTED', 'OPEN', 'COUNTERED')
        union all
        select l.item_id, l.site_id, c.line_id, s.open_quantity * s.numerator / s.denominator, l.owner_id
        from vmi_commitment c join vmi_agreement_line l on l.id = c.line_id
        join purchasing_schedule_line s on s.id = c.schedule_line_id
        where c.is_substitute and s.state = 'OPEN') p
    on p.item_id = x.item_id and p.site_id = x.site_id and p.owner_id = x.owner_id
  group by x.id`;

const usedOf = ({ usageOf }: Scope) => sql`
  select x.id, sum(u.quantity) / x.usage_window_days as average_usage
  from scope x
  join inventory_daily_usage u on u.item_id = x.item_id and u.site_id = x.site_id
    and u.day >= x.today - x.usage_window_days and u.day < x.today
  ${usageOf === 'all' ? sql`` : sql`where x.limits_mode = 'DAYS_OF_SUPPLY'`}
  group by x.id, x.usage_window_days having sum(u.quantity) > 0`;

const figures = ({ now }: Scope) => sql`
  select x.*, g.*
  from (select x.id, x.supplier_id, x.agreement_id, x.item_id, x.site_id, x.owner_id, x.is_consigned, x.limits_mode,
          x.quota_share, x.limits_revision, x.snoozed_until, x.horizon_days, x.shares_demand, x.has_terms, x.today, x.due_on,
          coalesce(b.on_hand, 0) as on_hand, coalesce(b.reserved, 0) as reserved,
          coalesce(b.in_receiving, 0) as in_receiving, coalesce(c.in_transit, 0) as in_transit,
          coalesce(c.open_order, 0) as open_order, coalesce(c.on_order, 0) as on_order,
          coalesce(q.mine, 0) as awaiting_answer, coalesce(c.of_others, 0) + coalesce(q.of_others, 0) as other_supply,
          coalesce(c.overdue_notices, 0) as overdue_notices, w.average_usage,
          case when x.limits_mode = 'STATIC' then x.minimum else round(x.minimum * coalesce(w.average_usage, 0), 6) end as minimum,
          case when x.limits_mode = 'STATIC' then x.reorder_point else round(x.reorder_point * coalesce(w.average_usage, 0), 6) end as reorder_point,
          case when x.limits_mode = 'STATIC' then x.maximum else round(x.maximum * coalesce(w.average_usage, 0), 6) end as maximum,
          case when x.max_feed_age_hours is not null then coalesce(f.received_at, b.updated_at) end as feed_at,
          x.max_feed_age_hours
        from scope x
        left join stock b on b.item_id = x.item_id and b.site_id = x.site_id and b.owner_id = x.owner_id
        left join coming c on c.id = x.id
        left join asked q on q.id = x.id
        left join used w on w.id = x.id
        left join vmi_stock_feed f on f.site_id = x.site_id) x
  cross join lateral (select
    x.on_hand - x.reserved + x.in_transit + x.on_order + x.awaiting_answer + x.other_supply as position,
    x.max_feed_age_hours is not null
      and coalesce(x.feed_at < ${now}::timestamptz - make_interval(hours => x.max_feed_age_hours), true) as is_stale) g`;
