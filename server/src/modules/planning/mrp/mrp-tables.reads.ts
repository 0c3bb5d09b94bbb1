import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { MESSAGE_KINDS, SUBJECT_KINDS } from './action-messages.calc.ts';
import type { Horizon } from './horizon.calc.ts';
import { LotRule } from './mrp-model.calc.ts';
import { RULES } from './planner-input.calc.ts';
import type { Piece } from './packed-rows.calc.ts';
import { NONE, type ScopeKeys } from './planner-writes.calc.ts';
import { TABLES, type PackedTables, type TableName } from './planning-tables.calc.ts';
import { readPacked } from './scope.reads.ts';

/** Which tables, for which items. */
export interface Loading {
  readonly scope: ScopeKeys;
  readonly scenarioId: string | null;
  readonly horizon: Horizon;
  /** Numbers the sites of the scope. */
  readonly siteIds: readonly string[];
}

const EPOCH = sql`date '1970-01-01'`;
const NOTHING = sql.raw(String(NONE));

/** The tables of a run, each one statement, in the form the planner takes them. */
export async function loadTables(work: Work, loading: Loading, onTable: () => Promise<void>): Promise<PackedTables> {
  const tables: Partial<Record<TableName, readonly Piece[]>> = {};
  const from = QUERIES(loading);
  const load = async ([name, layout]: [string, (typeof TABLES)[TableName]]) => {
    tables[name as TableName] = await readPacked(work, layout, from[name as TableName], loading.scope);
    await onTable();
  };
  await Object.entries(TABLES).reduce<Promise<void>>(
    (before, table) => before.then(() => load(table)),
    Promise.resolve(),
  );
  return tables as PackedTables;
}

const QUERIES = (loading: Loading): Readonly<Record<TableName, RawBuilder<unknown>>> => {
  const scope = sql`scope`;
  return {
    items: itemsOf(loading, scope),
    lines: linesOf(scope),
    demand: demandOf(loading, scope),
    supply: supplyOf(loading, scope),
    schedule: sql`select s.place, ${bucketOf(loading.horizon, sql`m.bucket_on`)} as bucket, m.quantity
      from ${scope} s join planning_mps m on m.item_id = s.item_id and m.site_id = s.site_id where m.quantity > 0`,
    orders: sql`select s.place, (o.kind = 'MAKE')::int as "isMade", o.release_on - ${EPOCH} as "releaseDay",
        o.due_on - ${EPOCH} as "dueDay", o.quantity, o.id, o.supplier_id as supplier
      from ${scope} s join planning_planned_order o on o.item_id = s.item_id and o.site_id = s.site_id
      where o.state = 'OPEN' and not o.is_firm and ${ofScenario('o', loading.scenarioId)}`,
    sources: sql`select s.place, q.quota_share as share, coalesce(q.weekly_capacity, -1) as capacity, q.supplier_id as supplier
      from ${scope} s join planning_source q on q.item_id = s.item_id and q.site_id = s.site_id order by q.supplier_id`,
    messages: messagesOf(loading, scope),
  };
};

/**
 * Rows of a scenario, or of the plan that holds. Said in two ways because the database takes `is not distinct from` for
 * hardly any row, and would go through all items for each of a million orders.
 */
export const ofScenario = (row: string, scenarioId: string | null): RawBuilder<unknown> =>
  scenarioId === null ? sql.raw(`${row}.scenario_id is null`) : sql`${sql.raw(row)}.scenario_id = ${scenarioId}::uuid`;

const bucketOf = ({ from, length }: Horizon, day: RawBuilder<unknown>) => sql`
  case when ${day} - ${EPOCH} < ${from}::int then 0 else least(30000, 1 + (${day} - ${EPOCH} - ${from}::int) / ${sql.raw(String(length))}) end`;

/** A day as a number; one without end in sight lies beyond every horizon. */
const dayNumber = (day: string) =>
  sql`greatest(date '1900-01-01', least(date '2900-01-01', ${sql.raw(day)})) - ${EPOCH}`;

export function itemsOf({ siteIds }: Pick<Loading, 'siteIds'>, scope: RawBuilder<unknown>): RawBuilder<unknown> {
  const rules = RULES.map((rule) => ({ PERIODS: 'PERIOD', ECONOMIC: 'EOQ' })[rule as string] ?? rule);
  return sql`
    select s.place, array_position(${[...siteIds]}::uuid[], s.site_id) - 1 as site,
      case when p.is_master_scheduled then ${sql.raw(String(LotRule.MASTER_SCHEDULE))} else array_position(${rules}::text[], p.lot_rule) - 1 end as rule,
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
    join planning_item p on p.item_id = s.item_id and p.site_id = s.site_id
    join catalog_item i on i.id = s.item_id
    left join (select distinct on (t.item_id) t.item_id, t.supplier_id, t.lead_time_days,
        t.minimum_quantity * t.numerator / t.denominator as minimum, t.order_multiple * t.numerator / t.denominator as multiple
      from catalog_supplier_item t where t.is_active and t.item_id in (select k.item_id from ${scope} k)
      order by t.item_id, t.is_preferred desc, t.supplier_id) t on t.item_id = s.item_id
    left join (select b.item_id, b.site_id, sum(b.on_hand) as on_hand
      from inventory_stock_balance b join catalog_location o on o.id = b.location_id
      where b.status in ('UNRESTRICTED', 'QUALITY') and o.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')
        and b.item_id in (select k.item_id from ${scope} k)
      group by 1, 2) b on b.item_id = s.item_id and b.site_id = s.site_id`;
}

/** Of an item with several bills each is told, by a line without a child, even where nothing in it is in the scope. */
export function linesOf(scope: RawBuilder<unknown>): RawBuilder<unknown> {
  const bills = sql`(
    select s.place, s.site_id, b.id, b.base_quantity, b.valid_from, b.valid_to, count(*) over (partition by s.place) as bills,
      rank() over (partition by s.place order by b.site_id is null, b.alternate, b.created_at desc, b.id) as rank
    from ${scope} s join planning_bill b on b.item_id = s.item_id and (b.site_id is null or b.site_id = s.site_id)) b`;
  const validity = sql`${dayNumber('b.valid_from')} as "billFrom", ${dayNumber('b.valid_to')} as "billUntil"`;
  return sql`
    select b.place as parent, c.place as child, b.rank, ${validity},
      ${dayNumber('k.valid_from')} as "from", ${dayNumber('k.valid_to')} as "until",
      k.is_phantom::int as "isPhantom", (i.unit_code = 'EA')::int as "isCounted",
      k.quantity / b.base_quantity as per, k.scrap
    from ${bills}
    join planning_bill_component k on k.bill_id = b.id
    join catalog_item i on i.id = k.item_id
    join ${scope} c on c.item_id = k.item_id and c.site_id = b.site_id
    union all
    select b.place, -1, b.rank, ${validity}, 0, 0, 0, 0, 1, 0 from ${bills} where b.bills > 1`;
}

function demandOf({ horizon }: Loading, scope: RawBuilder<unknown>): RawBuilder<unknown> {
  const at = sql`on d.item_id = s.item_id and d.site_id = s.site_id`;
  return sql`
    select s.place, ${bucketOf(horizon, sql`d.due_on`)} as bucket, case d.kind when 'FORECAST' then 2 else 1 end as kind, d.quantity
    from ${scope} s join planning_demand d ${at} where d.quantity > 0
    union all
    select s.place, ${bucketOf(horizon, sql`d.bucket_on`)}, 2, d.quantity
    from ${scope} s join planning_forecast_bucket d ${at} where d.quantity > 0
    union all
    select s.place, ${bucketOf(horizon, sql`coalesce(d.confirmed_on, d.requested_on)`)}, 1, d.open_quantity * d.numerator / d.denominator
    from ${scope} s join sales_order_line d ${at} where d.is_demand and d.open_quantity > 0
    union all
    select s.place, ${bucketOf(horizon, sql`w.start_on`)}, 3, d.open_quantity
    from ${scope} s join planning_work_order_component d on d.item_id = s.item_id and d.is_open
    join planning_work_order w on w.id = d.work_order_id and w.site_id = s.site_id
    where w.state in ('RELEASED', 'STARTED') and d.open_quantity > 0`;
}

function supplyOf({ scenarioId }: Loading, scope: RawBuilder<unknown>): RawBuilder<unknown> {
  const at = sql`on d.item_id = s.item_id and d.site_id = s.site_id`;
  return sql`
    select s.place, 1 as kind, coalesce(d.confirmed_on, d.requested_on) - ${EPOCH} as day, -1 as "releaseDay",
      d.open_quantity * d.numerator / d.denominator as quantity, d.id
    from ${scope} s join purchasing_schedule_line d ${at} where d.state = 'OPEN' and d.is_issued and d.open_quantity > 0
    union all
    select s.place, 2, d.due_on - ${EPOCH}, -1, d.open_quantity, d.id
    from ${scope} s join planning_work_order d ${at} where d.state in ('RELEASED', 'STARTED') and d.open_quantity > 0
    union all
    select s.place, 3, d.due_on - ${EPOCH}, -1, d.quantity, d.id
    from ${scope} s join planning_scheduled_receipt d ${at} where d.quantity > 0
    union all
    select s.place, 4, d.due_on - ${EPOCH}, d.release_on - ${EPOCH}, d.quantity, d.id
    from ${scope} s join planning_planned_order d ${at}
    where d.state = 'OPEN' and d.is_firm and (d.scenario_id is null or d.scenario_id = ${scenarioId}::uuid)`;
}

function messagesOf({ scenarioId }: Loading, scope: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select s.place, array_position(${[...MESSAGE_KINDS]}::text[], m.kind) - 1 as kind,
      array_position(${[...SUBJECT_KINDS]}::text[], m.subject_type) - 1 as "subjectKind",
      coalesce(m.current_on - ${EPOCH}, ${NOTHING}) as "currentDay", coalesce(m.wanted_on - ${EPOCH}, ${NOTHING}) as "wantedDay",
      coalesce(m.current_quantity, ${NOTHING} * 0.000001) as "currentQuantity",
      coalesce(m.wanted_quantity, ${NOTHING} * 0.000001) as "wantedQuantity", m.id, m.subject_id as subject
    from ${scope} s join planning_message m on m.item_id = s.item_id and m.site_id = s.site_id
    where m.ended_at is null and ${ofScenario('m', scenarioId)}`;
}
