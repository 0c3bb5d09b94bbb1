import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { addDays, startOfWeek } from '../../../kernel/calendar-date.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { demandHistories, type DemandHistory } from '../forecast/demand-history.reads.ts';
import { PlanningItem } from '../item/planning-item.entity.ts';
import { planningDay } from '../run/planning-day.reads.ts';
import { readPolicies } from '../run/planning-policies.service.ts';
import { stockedItems } from './lead-time-samples.reads.ts';
import { SafetyStockProposal } from './safety-stock-proposal.entity.ts';
import { proposeStock } from './stock-proposal.calc.ts';

/** A proposal, and the version of it that somebody agreed to. */
export interface AgreedProposal {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Proposes safety stocks from what demand and lead times have been; they hold once a planner applies them. */
class SafetyStocks {
  /** Computes every proposal anew and answers how many there are. What stays as it is is not written. */
  async recompute(work: Work): Promise<number> {
    const policies = await readPolicies(work);
    const until = startOfWeek(await planningDay(work, null));
    const from = addDays(until, -7 * policies.company.historyWeeks);
    const items = await stockedItems(work, from);
    const demand = weeklyDemand(await demandHistories(work, { from, until, only: null }, false));
    const rows = items.flatMap((item) => {
      const proposal = proposeStock({
        ...item,
        serviceLevel: Number(item.serviceLevel),
        weeks: demand.get(`${item.itemId} ${item.siteId}`) ?? [],
      });
      return proposal ? [{ id: newId(), ...item, ...proposal }] : [];
    });
    await this.keep(work, rows);
    return rows.length;
  }

  /** Makes proposals the safety stocks that are planned with, all or none. @throws NotFound, StaleObject */
  async apply(work: Work, agreed: readonly AgreedProposal[]): Promise<string[]> {
    const ids = agreed.map(({ id }) => id);
    const found = await work.em.find(
      SafetyStockProposal,
      { id: { $in: ids } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    const byId = new Map(found.map((proposal) => [proposal.id, proposal]));
    const planned = await work.em.find(PlanningItem, {
      itemId: { $in: found.map(({ itemId }) => itemId) },
      siteId: { $in: found.map(({ siteId }) => siteId) },
    });
    const itemOf = new Map(planned.map((item) => [`${item.itemId} ${item.siteId}`, item]));
    agreed.forEach(({ id, expectedVersion }, index) => {
      const path = ['input', 'proposals', String(index)];
      const proposal = byId.get(id);
      const item = proposal && itemOf.get(`${proposal.itemId} ${proposal.siteId}`);
      if (!item) throw new NotFound({}, [...path, 'proposalId']);
      if (proposal.version !== expectedVersion) throw new StaleObject({}, [...path, 'expectedVersion']);
      item.safetyStock = proposal.proposedQuantity;
      Object.assign(proposal, {
        currentQuantity: proposal.proposedQuantity,
        appliedAt: work.clock.now(),
        appliedByPersonId: work.actor.personId,
      });
    });
    await work.em.flush();
    return ids;
  }

  private async keep(work: Work, rows: readonly object[]): Promise<void> {
    await sql`
      with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(
        id uuid, "itemId" uuid, "siteId" uuid, "serviceLevel" numeric, "demandMean" numeric, "demandDeviation" numeric, "leadTimeMean" numeric,
        "leadTimeDeviation" numeric, "receiptCount" int, z numeric, current numeric, quantity numeric, "leadTimeSource" text)),
      gone as (delete from planning_safety_stock s where not exists (select from given g where g."itemId" = s.item_id and g."siteId" = s.site_id))
      insert into planning_safety_stock as s (id, item_id, site_id, service_level, demand_mean, demand_deviation, lead_time_mean,
        lead_time_deviation, receipt_count, z, current_quantity, proposed_quantity, lead_time_source, computed_at)
      select id, "itemId", "siteId", "serviceLevel", "demandMean", "demandDeviation", "leadTimeMean", "leadTimeDeviation", "receiptCount", z,
        current, quantity, "leadTimeSource", ${work.clock.now()} from given
      on conflict (item_id, site_id) do update set service_level = excluded.service_level, demand_mean = excluded.demand_mean,
        demand_deviation = excluded.demand_deviation, lead_time_mean = excluded.lead_time_mean, lead_time_deviation = excluded.lead_time_deviation,
        receipt_count = excluded.receipt_count, z = excluded.z, current_quantity = excluded.current_quantity,
        proposed_quantity = excluded.proposed_quantity, lead_time_source = excluded.lead_time_source, computed_at = excluded.computed_at, version = s.version + 1
      where (s.service_level, s.demand_mean, s.demand_deviation, s.lead_time_mean, s.lead_time_deviation, s.receipt_count, s.current_quantity, s.proposed_quantity)
        is distinct from (excluded.service_level, excluded.demand_mean, excluded.demand_deviation, excluded.lead_time_mean, excluded.lead_time_deviation,
          excluded.receipt_count, excluded.current_quantity, excluded.proposed_quantity)`.execute(work.sql);
  }
}

/** Demand of all classes together, by item and site. */
function weeklyDemand(histories: readonly DemandHistory[]): Map<string, number[]> {
  const demand = new Map<string, number[]>();
  for (const { itemId, siteId, weeks } of histories) {
    const key = `${itemId} ${siteId}`;
    const known = demand.get(key) ?? [];
    const length = Math.max(known.length, weeks.length);
    // Histories end with the same week and begin with the first that had demand.
    const at = (values: readonly number[], place: number) => values[place - (length - values.length)] ?? 0;
    demand.set(
      key,
      Array.from({ length }, (_, place) => at(known, place) + at(weeks, place)),
    );
  }
  return demand;
}

export const safetyStocks = new SafetyStocks();
