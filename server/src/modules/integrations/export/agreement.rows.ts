import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** Agreements that stand, as their file has them, with the terms in force or waiting; all of them, or these numbers. */
export async function agreementRows(
  work: Work,
  numbers: readonly string[] | null = null,
): Promise<Readonly<Record<string, unknown>>[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select a.number, s.number as supplier, t.code as site, v.is_consignment, a.valid_from::text, a.valid_to::text, a.state,
           v.variant, v.limits_owner, v.rounding_policy, trim_scale(v.rounding_tolerance)::text as rounding_tolerance,
           trim_scale(v.quantity_tolerance)::text as quantity_tolerance, v.date_tolerance_days, v.answer_within_hours,
           v.usage_window_days, v.horizon_days, v.is_reviewed_first, v.shares_demand, v.ageing_days, i.sku, l.limits_mode,
           trim_scale(l.minimum)::text as minimum, trim_scale(l.reorder_point)::text as reorder_point,
           trim_scale(l.maximum)::text as maximum, trim_scale(l.quota_share)::text as quota_share
    from vmi_agreement a
    join vmi_agreement_version v on v.agreement_id = a.id
      and v.version_no = coalesce(a.current_version_no, (select max(n.version_no) from vmi_agreement_version n where n.agreement_id = a.id))
    join identity_organisation s on s.id = a.supplier_id
    join catalog_site t on t.id = a.site_id
    join vmi_agreement_line l on l.agreement_id = a.id
    join catalog_item i on i.id = l.item_id
    where a.state in ('DRAFT', 'PROPOSED', 'ACTIVE') and (${numbers}::text[] is null or a.number = any(${numbers}::text[]))
    order by a.number, i.sku`.execute(work.sql);
  return rows;
}
