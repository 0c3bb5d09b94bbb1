import { sql } from 'kysely';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { InvalidFraction, InvalidPlanningData } from '../planning.errors.ts';

/** Who supplies an item, with which share of it, and how much of it a week. */
export interface PlanningSourceDraft {
  readonly supplierId: string;
  readonly share: Decimal;
  readonly weeklyCapacity?: Decimal | null;
}

const field = (place: number, name: string) => ['input', 'sources', String(place), name];

/** Makes these the suppliers of an item at a site, and no others. @throws InvalidFraction, InvalidPlanningData, NotFound */
export async function keepSources(
  work: Work,
  { itemId, siteId }: { readonly itemId: string; readonly siteId: string },
  sources: readonly PlanningSourceDraft[],
): Promise<void> {
  for (const [place, { share, weeklyCapacity }] of sources.entries()) {
    if (share.lte(0) || share.gt(1)) throw new InvalidFraction({}, field(place, 'share'));
    if (weeklyCapacity?.isNegative()) throw new InvalidPlanningData({}, field(place, 'weeklyCapacity'));
  }
  const ids = sources.map(({ supplierId }) => supplierId);
  if (new Set(ids).size < ids.length) throw new InvalidPlanningData({}, ['input', 'sources']);
  const rows = sources.map(({ supplierId, share, weeklyCapacity }) => ({
    id: newId(),
    supplier_id: supplierId,
    share: share.toString(),
    capacity: weeklyCapacity?.toString() ?? null,
  }));
  await sql`delete from planning_source where item_id = ${itemId} and site_id = ${siteId} and supplier_id <> all(${ids}::uuid[])`.execute(
    work.sql,
  );
  const { numAffectedRows } = await sql`
    insert into planning_source (id, item_id, site_id, supplier_id, quota_share, weekly_capacity)
    select x.id, ${itemId}, ${siteId}, o.id, x.share, x.capacity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, supplier_id uuid, share numeric, capacity numeric)
    join identity_organisation o on o.id = x.supplier_id and o.is_supplier
    on conflict (item_id, site_id, supplier_id) do update
      set quota_share = excluded.quota_share, weekly_capacity = excluded.weekly_capacity`.execute(work.sql);
  if (Number(numAffectedRows ?? 0) < rows.length) throw new NotFound({}, ['input', 'sources']);
}
