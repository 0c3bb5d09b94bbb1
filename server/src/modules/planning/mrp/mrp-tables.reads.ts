import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { MESSAGE_KINDS, SUBJECT_KINDS } from './action-messages.calc.ts';
import type { Horizon } from './horizon.calc.ts';
import { itemsOf } from './mrp-items.reads.ts';
import type { Piece } from './packed-rows.calc.ts';
import { NONE, type ScopeKeys } from './planner-writes.calc.ts';
import { TABLES, type PackedTables, type TableName } from './planning-tables.calc.ts';
import { itemByItem, type ScopeJoin } from './scope-join.reads.ts';
import { readPacked } from './scope.reads.ts';

/** Which tables, for which items. */
export interface Loading {
  readonly scope: ScopeKeys;
  /** So many of them, from the first on, are planned; the others are only asked what their orders take. */
  readonly planned: number;
  readonly join: ScopeJoin;
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
  const { join, horizon, scenarioId } = loading;
  const own = sql`(select * from scope where place < ${loading.planned}::int)`;
  const isOpen = sql`o.state = 'OPEN' and not o.is_firm and ${ofScenario('o', scenarioId)}`;
  return {
    items: itemsOf(loading, scope),
    lines: linesOf(scope, join),
    demand: demandOf(loading, own),
    supply: supplyOf(loading, own, scope),
    schedule: sql`select s.place, ${bucketOf(horizon, sql`m.bucket_on`)} as bucket, m.quantity
      from ${own} s ${join('planning_mps', 'm', sql`m.quantity > 0`)}`,
    orders: sql`select s.place, (o.kind = 'MAKE')::int as "isMade", o.release_on - ${EPOCH} as "releaseDay",
        o.due_on - ${EPOCH} as "dueDay", o.quantity, o.id, o.supplier_id as supplier
      from ${scope} s ${join('planning_planned_order', 'o', isOpen)}`,
    sources: sql`select s.place, q.quota_share as share, coalesce(q.weekly_capacity, -1) as capacity, q.supplier_id as supplier
      from ${own} s ${join('planning_source', 'q')} order by q.supplier_id`,
    booked: bookedOf(own, join),
    messages: messagesOf(loading, own),
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

/** Of an item with several bills each is told, by a line without a child, even where nothing in it is in the scope. */
export function linesOf(scope: RawBuilder<unknown>, join: ScopeJoin): RawBuilder<unknown> {
  const bill = sql`planning_bill b where b.item_id = s.item_id and (b.site_id is null or b.site_id = s.site_id)`;
  const bills = sql`
    select s.place, s.site_id, b.id, b.base_quantity, b.valid_from, b.valid_to, count(*) over (partition by s.place) as bills,
      rank() over (partition by s.place order by b.site_id is null, b.alternate, b.created_at desc, b.id) as rank
    from ${scope} s cross join lateral (select * from ${bill} ${eachFor(join)}) b`;
  const validity = sql`${dayNumber('b.valid_from')} as "billFrom", ${dayNumber('b.valid_to')} as "billUntil"`;
  return sql`
    with bills as materialized (${bills})
    select b.place as parent, c.place as child, b.rank, ${validity},
      ${dayNumber('k.valid_from')} as "from", ${dayNumber('k.valid_to')} as "until",
      k.is_phantom::int as "isPhantom", (i.unit_code = 'EA')::int as "isCounted",
      k.quantity / b.base_quantity as per, k.scrap
    from bills b
    cross join lateral (select * from planning_bill_component k where k.bill_id = b.id ${eachFor(join)}) k
    join ${scope} c on c.item_id = k.item_id and c.site_id = b.site_id
    cross join lateral (select i.unit_code from catalog_item i where i.id = k.item_id ${eachFor(join)}) i
    union all
    select b.place, -1, b.rank, ${validity}, 0, 0, 0, 0, 1, 0 from bills b where b.bills > 1`;
}

/** The number of a demand class; 0 is that of none. Of two classes with one number, the orders of each take from both. */
export const classNumber = (word: string): RawBuilder<unknown> =>
  sql`case when ${sql.ref(word)} = '' then 0 else hashtext(${sql.ref(word)}) end`;

/** Open purchases and firm planned orders of items whose suppliers deliver only so much a week. */
function bookedOf(scope: RawBuilder<unknown>, join: ScopeJoin): RawBuilder<unknown> {
  const limited = sql`(select s.place, q.item_id, q.site_id, q.supplier_id from ${scope} s ${join('planning_source', 'q', sql`q.weekly_capacity is not null`)})`;
  const purchase = sql`d.state = 'OPEN' and d.is_issued and d.open_quantity > 0 and d.supplier_id = s.supplier_id`;
  const firm = sql`o.state = 'OPEN' and o.is_firm and o.scenario_id is null and o.supplier_id = s.supplier_id`;
  return sql`
    select s.place, coalesce(d.confirmed_on, d.requested_on) - ${EPOCH} as day,
      d.open_quantity * d.numerator / d.denominator as quantity, s.supplier_id as supplier
    from ${limited} s ${join('purchasing_schedule_line', 'd', purchase)}
    union all
    select s.place, o.due_on - ${EPOCH}, o.quantity, s.supplier_id
    from ${limited} s ${join('planning_planned_order', 'o', firm)}`;
}

/** Keeps a query beside a row by itself, where the rows are few. */
const eachFor = (join: ScopeJoin) => (join === itemByItem ? sql`offset 0` : sql``);

function demandOf({ horizon, join }: Loading, scope: RawBuilder<unknown>): RawBuilder<unknown> {
  const openIssue = sql`d.is_open and d.open_quantity > 0`;
  return sql`
    select s.place, ${bucketOf(horizon, sql`d.due_on`)} as bucket, case d.kind when 'FORECAST' then 2 else 1 end as kind,
      ${classNumber('d.demand_class')} as "demandClass", d.quantity
    from ${scope} s ${join('planning_demand', 'd', sql`d.quantity > 0`)}
    union all
    select s.place, ${bucketOf(horizon, sql`d.bucket_on`)}, 2, ${classNumber('f.demand_class')}, d.quantity
    from ${scope} s ${join('planning_forecast_bucket', 'd', sql`d.quantity > 0`)} 
    cross join lateral (select f.demand_class from planning_forecast f where f.id = d.forecast_id ${eachFor(join)}) f
    union all
    select s.place, ${bucketOf(horizon, sql`coalesce(d.confirmed_on, d.requested_on)`)}, 1, 0, d.open_quantity * d.numerator / d.denominator
    from ${scope} s ${join('sales_order_line', 'd', sql`d.is_demand and d.open_quantity > 0`)}
    union all
    select s.place, ${bucketOf(horizon, sql`w.start_on`)}, 3, 0, d.open_quantity
    from ${scope} s cross join lateral (
      select * from planning_work_order_component d where d.item_id = s.item_id and ${openIssue} ${eachFor(join)}) d
    join planning_work_order w on w.id = d.work_order_id and w.site_id = s.site_id
    where w.state in ('RELEASED', 'STARTED')`;
}

/** Firm orders draw components also where the item is not planned. */
function supplyOf(
  { scenarioId, join }: Loading,
  own: RawBuilder<unknown>,
  scope: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const issued = sql`d.state = 'OPEN' and d.is_issued and d.open_quantity > 0`;
  const started = sql`d.state in ('RELEASED', 'STARTED') and d.open_quantity > 0`;
  const firm = sql`d.state = 'OPEN' and d.is_firm and (d.scenario_id is null or d.scenario_id = ${scenarioId}::uuid)`;
  return sql`
    select s.place, 1 as kind, coalesce(d.confirmed_on, d.requested_on) - ${EPOCH} as day, -1 as "releaseDay",
      d.open_quantity * d.numerator / d.denominator as quantity, d.id
    from ${own} s ${join('purchasing_schedule_line', 'd', issued)}
    union all
    select s.place, 2, d.due_on - ${EPOCH}, -1, d.open_quantity, d.id
    from ${own} s ${join('planning_work_order', 'd', started)}
    union all
    select s.place, 3, d.due_on - ${EPOCH}, -1, d.quantity, d.id
    from ${own} s ${join('planning_scheduled_receipt', 'd', sql`d.quantity > 0`)}
    union all
    select s.place, 4, d.due_on - ${EPOCH}, d.release_on - ${EPOCH}, d.quantity, d.id
    from ${scope} s ${join('planning_planned_order', 'd', firm)}`;
}

function messagesOf({ scenarioId, join }: Loading, scope: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select s.place, array_position(${[...MESSAGE_KINDS]}::text[], m.kind) - 1 as kind,
      array_position(${[...SUBJECT_KINDS]}::text[], m.subject_type) - 1 as "subjectKind",
      coalesce(m.current_on - ${EPOCH}, ${NOTHING}) as "currentDay", coalesce(m.wanted_on - ${EPOCH}, ${NOTHING}) as "wantedDay",
      coalesce(m.current_quantity, ${NOTHING} * 0.000001) as "currentQuantity",
      coalesce(m.wanted_quantity, ${NOTHING} * 0.000001) as "wantedQuantity", m.id, m.subject_id as subject
    from ${scope} s ${join('planning_message', 'm', sql`m.ended_at is null and ${ofScenario('m', scenarioId)}`)}`;
}
