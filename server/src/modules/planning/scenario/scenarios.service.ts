import { sql } from 'kysely';
import { LockMode } from '@mikro-orm/core';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { InvalidPlanningData, NotPossibleNow, ReasonNeeded } from '../planning.errors.ts';
import { applyItems, refuseUnplannable } from './scenario-items.service.ts';
import { Scenario } from './scenario.entity.ts';

export interface ScenarioWish {
  readonly kind: 'ITEM' | 'DEMAND' | 'MPS';
  readonly planningItemId: string;
  readonly field?: string | null;
  readonly dueOn?: string | null;
  /** Of the lot rule, which is a word and no number. */
  readonly lotRule?: string | null;
  readonly value?: Decimal | null;
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

  /** @throws NotFound, NotPossibleNow, InvalidPlanningData, InvalidLotRule */
  async change(work: Work, id: string, wish: ScenarioWish): Promise<string> {
    await this.lockOpen(work, id);
    const { kind, planningItemId, field, dueOn, value } = wholeOf(wish);
    const { rows } = await sql<{ id: string }>`
      insert into planning_scenario_change (id, scenario_id, kind, item_id, site_id, field, due_on, word, value)
      select ${newId()}, ${id}, ${kind}, p.item_id, p.site_id, ${field}, ${dueOn}::date, ${field === 'lot_rule' ? wish.lotRule : ''}, ${value}::numeric
      from planning_item p where p.id = ${planningItemId}
      on conflict (scenario_id, kind, item_id, site_id, work_centre_id, field, due_on) do update set word = excluded.word, value = excluded.value
      returning id`.execute(work.sql);
    if (rows.length === 0) throw new NotFound({}, ['input', 'planningItemId']);
    await refuseUnplannable(work, id);
    return id;
  }

  /** @throws NotFound, NotPossibleNow, InvalidLotRule where another change needs this one */
  async takeBack(work: Work, id: string, changeId: string): Promise<string> {
    await this.lockOpen(work, id);
    await sql`delete from planning_scenario_change where id = ${changeId} and scenario_id = ${id}`.execute(work.sql);
    await refuseUnplannable(work, id);
    return id;
  }

  /** Throws the copy away. @throws NotFound, NotPossibleNow, StaleObject */
  async discard(work: Work, id: string, expectedVersion: number): Promise<string> {
    return this.end(work, await this.lockOpen(work, id, expectedVersion), 'DISCARDED');
  }

  /** What the scenario says holds from now on; the next run plans by it. @throws NotFound, NotPossibleNow, StaleObject */
  async apply(work: Work, id: string, expectedVersion: number): Promise<string> {
    const scenario = await this.lockOpen(work, id, expectedVersion);
    await refuseUnplannable(work, id);
    await applyItems(work, id);
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

/** A wish with all that its kind asks for, and nothing else. */
function wholeOf(wish: ScenarioWish) {
  const { kind, planningItemId } = wish;
  if (kind !== 'ITEM') return { kind, planningItemId, field: '', dueOn: given(wish, 'dueOn'), value: amountOf(wish) };
  const field = given(wish, 'field');
  if (field !== 'LOT_RULE')
    return { kind, planningItemId, field: field.toLowerCase(), dueOn: null, value: amountOf(wish) };
  given(wish, 'lotRule');
  return { kind, planningItemId, field: 'lot_rule', dueOn: null, value: '0' };
}

function given(wish: ScenarioWish, name: 'field' | 'dueOn' | 'lotRule'): string {
  const said = wish[name];
  if (!said) throw new InvalidPlanningData({}, ['input', name]);
  return said;
}

function amountOf({ value }: ScenarioWish): string {
  if (!value || value.lt(0)) throw new InvalidPlanningData({}, ['input', 'value']);
  return value.toFixed();
}

export const scenarios = new Scenarios();
