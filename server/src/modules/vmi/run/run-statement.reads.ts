import { sql, type RawBuilder } from 'kysely';
import { orderQuantity } from './order-quantity.policy.ts';

/** What a proposal is computed from; its explanation is written from nothing else. */
const inputs = sql`jsonb_build_object(
  'onHand', s.on_hand, 'reserved', s.reserved, 'inTransit', s.in_transit, 'onOrder', s.on_order,
  'awaitingAnswer', s.awaiting_answer, 'otherSupply', s.other_supply, 'position', s.position,
  'limitsMode', s.limits_mode, 'averageUsage', s.average_usage, 'reorderPoint', s.reorder_point, 'maximum', s.maximum,
  'short', s.short, 'share', s.share, 'needed', s.needed, 'orderUnit', s.order_unit_code, 'multiple', s.order_multiple,
  'minimumOrder', s.minimum_quantity, 'maximumOrder', s.maximum_quantity, 'rounding', s.rounding_policy,
  'ordered', s.ordered, 'leadTimeDays', s.lead_time_days, 'today', s.today)`;

/** What the live lines of the same goods have of them together; asked of the few lines that run short. */
const quotas = sql`(select sum(q.quota_share) from vmi_agreement_line q
  where q.item_id = f.item_id and q.site_id = f.site_id and q.owner_id = f.owner_id and q.is_live)`;

/** The figures a proposal needs, and no others: each amount that is summed up costs every line. */
const judgedBy = sql.raw(
  `id supplier_id agreement_id item_id site_id owner_id limits_mode quota_share limits_revision snoozed_until today due_on
  on_hand reserved in_transit on_order awaiting_answer other_supply position average_usage reorder_point maximum`
    .split(/\s+/)
    .map((name) => `f.${name}`)
    .join(', '),
);

/**
 * Proposals as common table expressions over `figures`: `judged` are the lines to look at closer, with the reason
 * why one is left out, `sized` how much each of the others needs, `proposed` are the rows that were written.
 */
export const proposalsOf = (runId: string, now: Date): RawBuilder<unknown> => sql`
  judged as materialized (
    select * from (select ${judgedBy}, case
      when f.is_stale then 'STALE_FEED'
      when f.on_hand < 0 or f.on_hand < f.reserved then 'NEGATIVE_STOCK'
      when f.minimum is null or f.reorder_point is null or f.maximum is null then 'MISSING_LIMITS'
      when not f.has_terms then 'MISSING_TERMS' end as reason
    from figures f) f
    where f.reason is not null or f.position <= f.reorder_point),
  short_lines as materialized (
    select f.*, f.maximum - f.position as short, f.quota_share / greatest(1, ${quotas}) as share, v.version_no, v.rounding_policy, v.rounding_tolerance,
      v.answer_within_hours, v.is_reviewed_first, t.order_unit_code, t.numerator, t.denominator, t.minimum_quantity,
      t.order_multiple, t.maximum_quantity, t.lead_time_days
    from judged f
    join vmi_agreement a on a.id = f.agreement_id
    join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no
    join catalog_supplier_item t on t.supplier_id = f.supplier_id and t.item_id = f.item_id and t.is_active
    where f.reason is null and a.state = 'ACTIVE' and f.maximum > f.position
      and a.valid_from <= f.today and coalesce(a.valid_to >= f.today, true) and coalesce(f.snoozed_until <= f.today, true)
      and not exists (select from vmi_proposal p where p.line_id = f.id and p.state in ('COMPUTED', 'OPEN', 'COUNTERED'))
      and not exists (select from vmi_proposal p where p.line_id = f.id and p.bucket_on = f.today
        and p.limits_revision = f.limits_revision and p.origin = 'RUN')),
  sized as materialized (
    select r.*, o.ordered, o.ordered * r.numerator / r.denominator as quantity
    from (select l.*, l.short * l.share as needed from short_lines l) r ${orderQuantity('r')}),
  proposed as (
    insert into vmi_proposal (id, supplier_id, agreement_id, agreement_version_no, line_id, item_id, site_id, run_id,
      bucket_on, limits_revision, state, quantity, deliver_on, order_unit_code, numerator, denominator, inputs, answer_due_at, computed_at, opened_at)
    select gen_random_uuid(), s.supplier_id, s.agreement_id, s.version_no, s.id, s.item_id, s.site_id, ${runId},
      s.today, s.limits_revision, case when s.is_reviewed_first then 'COMPUTED' else 'OPEN' end, round(s.quantity, 6), s.due_on,
      s.order_unit_code, s.numerator, s.denominator, ${inputs},
      ${now}::timestamptz + make_interval(hours => s.answer_within_hours), ${now},
      case when not s.is_reviewed_first then ${now}::timestamptz end
    from sized s where s.ordered > 0 order by s.id
    on conflict do nothing returning supplier_id, state)`;

/** Issues: `found` are those that begin; those whose reason is gone end. */
export const issuesOf = (runId: string, now: Date, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
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
    where o.ended_at is null
      and exists (select from vmi_agreement_line l join vmi_agreement a on a.id = l.agreement_id
        where l.id = o.line_id and l.is_live and ${which} offset 0)
      and not exists (select from issues i where i.id = o.line_id and i.reason = o.reason))`;
