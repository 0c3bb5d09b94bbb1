import { sql, type RawBuilder } from 'kysely';
import { LotRule } from './mrp-model.calc.ts';
import { RULES } from './planner-input.calc.ts';
import { inWhole, type ScopeJoin } from './scope-join.reads.ts';

/** The kernel's number of a lot rule, by the word for it. */
export function ruleNumber(word: string): RawBuilder<unknown> {
  const rules = RULES.map((rule) => ({ PERIODS: 'PERIOD', ECONOMIC: 'EOQ' })[rule as string] ?? rule);
  return sql`array_position(${rules}::text[], ${sql.ref(word)}) - 1`;
}

/** The items of a scope with their planning data, terms and stock; sites are told by their place in `siteIds`. */
export function itemsOf(
  { siteIds, join }: { readonly siteIds: readonly string[]; readonly join: ScopeJoin },
  scope: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    select s.place, array_position(${[...siteIds]}::uuid[], s.site_id) - 1 as site,
      case when p.is_master_scheduled then ${sql.raw(String(LotRule.MASTER_SCHEDULE))} else ${ruleNumber('p.lot_rule')} end as rule,
      coalesce(p.lot_periods, 0) as periods, coalesce(p.lead_time, t.lead_time_days, i.lead_time_days) as "leadTime",
      (p.lead_time is not null and p.lead_time_unit = 'WEEK')::int as "leadUnit", p.safety_lead_time as "safetyLeadTime",
      p.demand_fence_days as "demandFence", p.planning_fence_days as "planningFence", (i.supply = 'MAKE')::int as "isMade",
      (i.unit_code = 'EA')::int as "isCounted", p.low_level_code as level, coalesce(b.on_hand, 0) as "onHand",
      p.safety_stock as safety, coalesce(p.lot_size, 0) as "lotSize",
      greatest(p.minimum_quantity, case when i.supply = 'BUY' then t.minimum end) as minimum,
      coalesce(p.order_multiple, case when i.supply = 'BUY' then t.multiple end, 0) as multiple,
      coalesce(p.maximum_quantity, 0) as maximum, coalesce(p.order_cost, 0) as "orderCost",
      coalesce(p.holding_cost, 0) as "holdingCost", p.scrap,
      case when i.supply = 'BUY' then t.supplier_id end as supplier, p.id
    from ${scope} s
    ${join('planning_item', 'p')}
    join catalog_item i on i.id = s.item_id
    ${join === inWhole ? SETS_BESIDE : ROWS_BESIDE}`;
}

const TERMS = sql`t.supplier_id, t.lead_time_days, t.minimum_quantity * t.numerator / t.denominator as minimum,
  t.order_multiple * t.numerator / t.denominator as multiple from catalog_supplier_item t where t.is_active`;
const STOCK = sql`sum(b.on_hand) as on_hand from inventory_stock_balance b join catalog_location o on o.id = b.location_id
  where b.status in ('UNRESTRICTED', 'QUALITY') and o.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')`;

/** The terms of the preferred supplier `t` and the stock `b` of the items `s`: of all items, or of each by itself. */
const SETS_BESIDE = sql`
  left join (select distinct on (t.item_id) t.item_id, ${TERMS} order by t.item_id, t.is_preferred desc, t.supplier_id) t on t.item_id = s.item_id
  left join (select b.item_id, b.site_id, ${STOCK} group by 1, 2) b on b.item_id = s.item_id and b.site_id = s.site_id`;
const ROWS_BESIDE = sql`
  left join lateral (select ${TERMS} and t.item_id = s.item_id order by t.is_preferred desc, t.supplier_id limit 1) t on true
  left join lateral (select ${STOCK} and b.item_id = s.item_id and b.site_id = s.site_id) b on true`;
