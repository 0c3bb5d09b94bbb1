import { sql, type RawBuilder } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { MESSAGE_KINDS, SUBJECT_KINDS } from './action-messages.calc.ts';
import { NONE, type Parameters, type PlannerWrites } from './planner-writes.calc.ts';

const NOBODY = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
const MILLIONTH = sql.raw('0.000001');
const NOTHING = sql.raw(String(NONE));

const given = (parameters: Parameters, name: string): Buffer => {
  const bytes = parameters[name] ?? new Uint8Array();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
};
const day = (column: string) => sql.raw(`case when ${column} <> ${NONE} then date '1970-01-01' + ${column} end`);
const amount = (column: RawBuilder<unknown>) => sql`nullif(${column}, ${NOTHING})::numeric * ${MILLIONTH}`;

/** Writes what the planner found to be different, many rows a statement. */
class PlanWriter {
  async write(work: Work, writes: PlannerWrites, runId: string, scenarioId: string | null): Promise<void> {
    const now = work.clock.now();
    const all: (readonly [readonly Parameters[], (some: Parameters) => RawBuilder<unknown>])[] = [
      [writes.deletedOrders, deleteOrders],
      [writes.updatedOrders, updateOrders],
      [writes.insertedOrders, (some) => insertOrders(some, scenarioId)],
      [writes.endedMessages, (some) => endMessages(some, now)],
      [writes.updatedMessages, (some) => updateMessages(some, runId)],
      [writes.insertedMessages, (some) => insertMessages(some, runId, scenarioId, now)],
      [writes.levels, updateLevels],
    ];
    await inOrder(all, ([pieces, statement]) => inOrder(pieces, (some) => statement(some).execute(work.sql)));
  }
}

const insertOrders = (some: Parameters, scenarioId: string | null) => sql`
  insert into planning_planned_order (id, scenario_id, item_id, site_id, kind, quantity, release_on, due_on, supplier_id)
  select id, ${scenarioId}::uuid, item_id, site_id, case made when 1 then 'MAKE' else 'BUY' end, quantity::numeric * ${MILLIONTH},
    release_on, due_on, nullif(supplier_id, ${NOBODY})
  from unnest(${given(some, 'id')}::uuid[], ${given(some, 'item')}::uuid[], ${given(some, 'site')}::uuid[], ${given(some, 'made')}::int[],
    ${given(some, 'quantity')}::int8[], ${given(some, 'release')}::date[], ${given(some, 'due')}::date[], ${given(some, 'supplier')}::uuid[])
    as n(id, item_id, site_id, made, quantity, release_on, due_on, supplier_id)`;

const updateOrders = (some: Parameters) => sql`
  update planning_planned_order o
  set kind = case n.made when 1 then 'MAKE' else 'BUY' end, quantity = n.quantity::numeric * ${MILLIONTH}, release_on = n.release_on,
    due_on = n.due_on, supplier_id = nullif(n.supplier_id, ${NOBODY}), version = o.version + 1
  from unnest(${given(some, 'id')}::uuid[], ${given(some, 'made')}::int[], ${given(some, 'quantity')}::int8[], ${given(some, 'release')}::date[],
    ${given(some, 'due')}::date[], ${given(some, 'supplier')}::uuid[]) as n(id, made, quantity, release_on, due_on, supplier_id)
  where o.id = n.id and o.state = 'OPEN' and not o.is_firm`;

const deleteOrders = (some: Parameters) => sql`
  delete from planning_planned_order o using unnest(${given(some, 'id')}::uuid[]) as n(id)
  where o.id = n.id and o.state = 'OPEN' and not o.is_firm`;

const insertMessages = (some: Parameters, runId: string, scenarioId: string | null, now: Date) => sql`
  insert into planning_message (id, scenario_id, item_id, site_id, kind, subject_type, subject_id, current_on, wanted_on,
    current_quantity, wanted_quantity, run_id, opened_at)
  select id, ${scenarioId}::uuid, item_id, site_id, (${[...MESSAGE_KINDS]}::text[])[kind + 1], (${[...SUBJECT_KINDS]}::text[])[subject_kind + 1],
    nullif(subject_id, ${NOBODY}), ${day('current_day')}, ${day('wanted_day')}, ${amount(sql`current_quantity`)},
    ${amount(sql`wanted_quantity`)}, ${runId}::uuid, ${now}
  from unnest(${given(some, 'id')}::uuid[], ${given(some, 'item')}::uuid[], ${given(some, 'site')}::uuid[], ${given(some, 'kind')}::int[],
    ${given(some, 'subjectKind')}::int[], ${given(some, 'subject')}::uuid[], ${given(some, 'currentDay')}::int[], ${given(some, 'wantedDay')}::int[],
    ${given(some, 'currentQuantity')}::int8[], ${given(some, 'wantedQuantity')}::int8[])
    as n(id, item_id, site_id, kind, subject_kind, subject_id, current_day, wanted_day, current_quantity, wanted_quantity)`;

const updateMessages = (some: Parameters, runId: string) => sql`
  update planning_message m set current_on = ${day('n.current_day')}, wanted_on = ${day('n.wanted_day')},
    current_quantity = ${amount(sql`n.current_quantity`)}, wanted_quantity = ${amount(sql`n.wanted_quantity`)}, run_id = ${runId}::uuid
  from unnest(${given(some, 'id')}::uuid[], ${given(some, 'currentDay')}::int[], ${given(some, 'wantedDay')}::int[],
    ${given(some, 'currentQuantity')}::int8[], ${given(some, 'wantedQuantity')}::int8[])
    as n(id, current_day, wanted_day, current_quantity, wanted_quantity)
  where m.id = n.id`;

const endMessages = (some: Parameters, now: Date) => sql`
  update planning_message m set ended_at = ${now}, state = case m.state when 'OPEN' then 'ENDED' else m.state end
  from unnest(${given(some, 'id')}::uuid[]) as n(id) where m.id = n.id`;

const updateLevels = (some: Parameters) => sql`
  update planning_item p set low_level_code = n.level
  from unnest(${given(some, 'id')}::uuid[], ${given(some, 'level')}::int[]) as n(id, level) where p.id = n.id`;

export const planWriter = new PlanWriter();
