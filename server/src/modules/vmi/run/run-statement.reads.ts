import { sql, type RawBuilder } from 'kysely';
import { orderQuantity } from './order-quantity.policy.ts';

/** A line's own part of what is needed; shares that pass the whole are scaled down to it. */
const share = sql`f.quota_share / greatest(1, coalesce((select sum(q.quota_share) from vmi_agreement_line q
  where q.is_live and q.item_id = f.item_id and q.site_id = f.site_id and q.owner_id = f.owner_id and q.id <> f.id), 0) + f.quota_share)`;

/** What a proposal is computed from; its explanation is written from nothing else. */
const inputs = sql`jsonb_build_object(
  'onHand', trim_scale(s.on_hand), 'reserved', trim_scale(s.reserved), 'inTransit', trim_scale(s.in_transit),
  'onOrder', trim_scale(round(s.on_order, 6)), 'awaitingAnswer', trim_scale(s.awaiting_answer),
  'otherSupply', trim_scale(round(s.other_supply, 6)), 'position', trim_scale(round(s.position, 6)),
  'limitsMode', s.limits_mode, 'averageUsage', trim_scale(round(s.average_usage, 6)),
  'reorderPoint', trim_scale(s.reorder_point), 'maximum', trim_scale(s.maximum),
  'short', trim_scale(round(s.short, 6)), 'share', trim_scale(round(s.share, 6)), 'needed', trim_scale(round(s.needed, 6)),
  'orderUnit', s.order_unit_code, 'numerator', s.numerator, 'denominator', s.denominator,
  'multiple', trim_scale(s.order_multiple), 'minimumOrder', trim_scale(s.minimum_quantity),
  'maximumOrder', trim_scale(s.maximum_quantity), 'rounding', s.rounding_policy,
  'roundingTolerance', trim_scale(s.rounding_tolerance), 'ordered', trim_scale(s.ordered),
  'leadTimeDays', s.lead_time_days, 'today', s.today, 'limitsRevision', s.limits_revision)`;

/**
 * Proposals as common table expressions over `figures`: `judged` says why a line is left out, `sized` how much each
 * other one needs, `proposed` are the rows that were written.
 */
export const proposalsOf = (runId: string, now: Date): RawBuilder<unknown> => sql`
  judged as materialized (
    select f.*, case
      when f.is_stale then 'STALE_FEED'
      when f.on_hand < 0 or f.on_hand < f.reserved then 'NEGATIVE_STOCK'
      when f.minimum is null or f.reorder_point is null or f.maximum is null then 'MISSING_LIMITS'
      when f.terms_id is null then 'MISSING_TERMS' end as reason
    from figures f),
  short_lines as (
    select f.*, f.maximum - f.position as short, ${share} as share
    from judged f
    where f.reason is null and f.agreement_state = 'ACTIVE' and f.position <= f.reorder_point and f.maximum > f.position
      and f.valid_from <= f.today and coalesce(f.valid_to >= f.today, true) and coalesce(f.snoozed_until <= f.today, true)
      and not exists (select from vmi_proposal p where p.line_id = f.id and p.state in ('COMPUTED', 'OPEN', 'COUNTERED'))
      and not exists (select from vmi_proposal p where p.dedupe_key = ${dedupeKey('f')})),
  sized as (
    select r.*, o.ordered, o.ordered * r.numerator / r.denominator as quantity
    from (select l.*, l.short * l.share as needed from short_lines l) r ${orderQuantity('r')}),
  proposed as (
    insert into vmi_proposal (id, supplier_id, agreement_id, agreement_version_no, line_id, item_id, site_id, run_id,
      dedupe_key, state, quantity, deliver_on, order_unit_code, numerator, denominator, inputs, answer_due_at, computed_at, opened_at)
    select gen_random_uuid(), s.supplier_id, s.agreement_id, s.version_no, s.id, s.item_id, s.site_id, ${runId},
      ${dedupeKey('s')}, case when s.is_reviewed_first then 'COMPUTED' else 'OPEN' end, round(s.quantity, 6), s.due_on,
      s.order_unit_code, s.numerator, s.denominator, ${inputs},
      ${now}::timestamptz + make_interval(hours => s.answer_within_hours), ${now},
      case when not s.is_reviewed_first then ${now}::timestamptz end
    from sized s where s.ordered > 0 order by s.id
    on conflict do nothing returning supplier_id, state)`;

const dedupeKey = (row: string) =>
  sql.raw(`${row}.id::text || ' ' || ${row}.today::text || ' ' || ${row}.limits_revision::text`);

/** Issues: `found` are those that begin; those whose reason is gone end. */
export const issuesOf = (runId: string, now: Date): RawBuilder<unknown> => sql`
  issues as (
    select j.id, j.supplier_id, j.reason from judged j where j.reason is not null
    union all
    select s.id, s.supplier_id, 'PACK_ABOVE_MAX' from sized s where s.ordered = 0 and s.rounding_policy = 'DOWN_TO_MAX'),
  found as (
    insert into vmi_run_issue (id, supplier_id, line_id, run_id, reason, found_at)
    select gen_random_uuid(), i.supplier_id, i.id, ${runId}, i.reason, ${now} from issues i
    where not exists (select from vmi_run_issue o where o.line_id = i.id and o.reason = i.reason and o.ended_at is null)
    on conflict do nothing returning id),
  gone as (
    update vmi_run_issue o set ended_at = ${now}
    from scope x
    where x.id = o.line_id and o.ended_at is null
      and not exists (select from issues i where i.id = o.line_id and i.reason = o.reason))`;
