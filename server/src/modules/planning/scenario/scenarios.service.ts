import { sql } from 'kysely';
import { LockMode } from '@mikro-orm/core';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { InvalidPlanningData, NotPossibleNow, ReasonNeeded } from '../planning.errors.ts';
import { Scenario } from './scenario.entity.ts';

export interface ScenarioWish {
  readonly kind: 'ITEM' | 'DEMAND' | 'MPS';
  readonly planningItemId: string;
  readonly field?: string | null;
  readonly dueOn?: string | null;
  readonly value: Decimal;
}

/** Copies of the plan: what is said differently in them, and what becomes of them. */
class Scenarios {
  /** @throws ReasonNeeded without a name */
  async open(work: Work, name: string, note: string): Promise<string> {
    if (!name.trim()) throw new ReasonNeeded({}, ['input', 'name']);
    const scenario = Object.assign(new Scenario(), {
      name: name.trim(),
      note: note.trim(),
      createdAt: work.clock.now(),
      createdByPersonId: work.actor.personId,
    });
    work.em.persist(scenario);
    await work.em.flush();
    return scenario.id;
  }

  /** @throws NotFound, NotPossibleNow, InvalidPlanningData */
  async change(work: Work, id: string, { kind, planningItemId, field, dueOn, value }: ScenarioWish): Promise<string> {
    await this.lockOpen(work, id);
    const isWhole = kind === 'ITEM' ? Boolean(field) : Boolean(dueOn);
    if (!isWhole) throw new InvalidPlanningData({}, ['input', kind === 'ITEM' ? 'field' : 'dueOn']);
    if (value.lt(0)) throw new InvalidPlanningData({}, ['input', 'value']);
    const { rows } = await sql<{ id: string }>`
      insert into planning_scenario_change (id, scenario_id, kind, item_id, site_id, field, due_on, value)
      select ${newId()}, ${id}, ${kind}, p.item_id, p.site_id, ${kind === 'ITEM' ? (field?.toLowerCase() ?? '') : ''},
        ${kind === 'ITEM' ? null : dueOn}::date, ${value.toFixed()}::numeric
      from planning_item p where p.id = ${planningItemId}
      on conflict (scenario_id, kind, item_id, site_id, work_centre_id, field, due_on) do update set value = excluded.value
      returning id`.execute(work.sql);
    if (rows.length === 0) throw new NotFound({}, ['input', 'planningItemId']);
    return id;
  }

  /** @throws NotFound, NotPossibleNow */
  async takeBack(work: Work, id: string, changeId: string): Promise<string> {
    await this.lockOpen(work, id);
    await sql`delete from planning_scenario_change where id = ${changeId} and scenario_id = ${id}`.execute(work.sql);
    return id;
  }

  /** Throws the copy away. @throws NotFound, NotPossibleNow, StaleObject */
  async discard(work: Work, id: string, expectedVersion: number): Promise<string> {
    return this.end(work, await this.lockOpen(work, id, expectedVersion), 'DISCARDED');
  }

  /** What the scenario says holds from now on; the next run plans by it. @throws NotFound, NotPossibleNow, StaleObject */
  async apply(work: Work, id: string, expectedVersion: number): Promise<string> {
    const scenario = await this.lockOpen(work, id, expectedVersion);
    await sql`
      update planning_item p set
        safety_stock = coalesce(c.safety_stock, p.safety_stock), lead_time = coalesce(c.lead_time::int, p.lead_time),
        minimum_quantity = coalesce(c.minimum_quantity, p.minimum_quantity),
        order_multiple = coalesce(nullif(c.order_multiple, 0), p.order_multiple), lot_size = coalesce(nullif(c.lot_size, 0), p.lot_size),
        version = p.version + 1
      from (select item_id, site_id, max(value) filter (where field = 'safety_stock') as safety_stock,
          max(value) filter (where field = 'lead_time') as lead_time, max(value) filter (where field = 'minimum_quantity') as minimum_quantity,
          max(value) filter (where field = 'order_multiple') as order_multiple, max(value) filter (where field = 'lot_size') as lot_size
        from planning_scenario_change where scenario_id = ${id} and kind = 'ITEM' group by 1, 2) c
      where p.item_id = c.item_id and p.site_id = c.site_id`.execute(work.sql);
    await sql`
      insert into planning_demand (id, item_id, site_id, due_on, quantity, reference, note)
      select gen_random_uuid(), item_id, site_id, due_on, value, left(${scenario.name}, 60), 'scenario ' || ${id}
      from planning_scenario_change where scenario_id = ${id} and kind = 'DEMAND' and value > 0
      on conflict (item_id, site_id, kind, demand_class, due_on, reference)
        do update set quantity = planning_demand.quantity + excluded.quantity, version = planning_demand.version + 1`.execute(
      work.sql,
    );
    await sql`
      insert into planning_mps (id, item_id, site_id, bucket_on, quantity, edited_by_person_id, edited_at)
      select gen_random_uuid(), item_id, site_id, due_on, value, ${work.actor.personId}::uuid, ${work.clock.now()}
      from planning_scenario_change where scenario_id = ${id} and kind = 'MPS'
      on conflict (item_id, site_id, bucket_on) do update set quantity = excluded.quantity,
        edited_by_person_id = excluded.edited_by_person_id, edited_at = excluded.edited_at, version = planning_mps.version + 1`.execute(
      work.sql,
    );
    return this.end(work, scenario, 'APPLIED');
  }

  private async end(work: Work, scenario: Scenario, state: 'APPLIED' | 'DISCARDED'): Promise<string> {
    await sql`delete from planning_planned_order where scenario_id = ${scenario.id}`.execute(work.sql);
    await sql`delete from planning_message where scenario_id = ${scenario.id}`.execute(work.sql);
    Object.assign(scenario, { state, closedAt: work.clock.now() });
    await work.em.flush();
    return scenario.id;
  }

  private async lockOpen(work: Work, id: string, expectedVersion: number | null = null): Promise<Scenario> {
    const scenario = await work.em.findOne(Scenario, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!scenario) throw new NotFound({}, ['input', 'scenarioId']);
    if (expectedVersion !== null && scenario.version !== expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion']);
    if (scenario.state !== 'OPEN') throw new NotPossibleNow({ state: scenario.state });
    return scenario;
  }
}

export const scenarios = new Scenarios();
