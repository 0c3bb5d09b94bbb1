import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { fromDayNumber } from '../../../kernel/calendar-date.ts';
import { planChanged } from '../planning.events.ts';
import { changedItems, type Changes } from './changed-items.service.ts';
import { planMissingItems } from './missing-items.service.ts';
import { netChange } from './net-change.service.ts';
import { planSettings, type PlanSettings } from './plan-settings.service.ts';
import type { Progress, RunCounts } from './run-counts.calc.ts';
import { planWhole } from './whole-plan.service.ts';

export type RunKind = 'REGENERATIVE' | 'NET_CHANGE';

export interface MrpRequest {
  readonly kind: RunKind;
  /** None: the plan that holds. */
  readonly scenarioId?: string | null;
}

export interface MrpSummary extends RunCounts {
  /** Null when there was nothing to write. */
  readonly runId: string | null;
  /** Everything, where a net change could not tell: after a new structure, in a new bucket, for a scenario. */
  readonly kind: RunKind;
}

const silently: Progress = () => Promise.resolve();

const LOCK = 4_712_050;

/**
 * Runs material requirements planning: reads in sets, plans in a thread of its own, writes what differs. Both kinds of
 * run leave the same plan; a run that finds nothing to change writes nothing. Two runs wait for each other.
 */
class MrpRuns {
  run(database: Database, actor: Actor, request: MrpRequest, progress: Progress = silently): Promise<MrpSummary> {
    return database.transact(actor, (work) => this.within(work, request, progress));
  }

  private async within(work: Work, { kind, scenarioId = null }: MrpRequest, progress: Progress): Promise<MrpSummary> {
    const startedAt = work.clock.now();
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(work.sql);
    const runId = newId();
    const changes = await changesSince(work, scenarioId);
    const settings = await planSettings(work);
    const isNet = kind === 'NET_CHANGE' && !changes.isStructural && (await isOfTheSameBuckets(work, settings));
    const counts = isNet
      ? await netChange(work, settings, runId, changes.marks, progress)
      : await planWhole(work, settings, runId, scenarioId, progress);
    const done = isNet ? 'NET_CHANGE' : 'REGENERATIVE';
    if (counts.changedCount === 0) return { runId: null, kind: done, ...counts };
    await sql`
      insert into planning_run (id, kind, scenario_id, state, plan_from, bucket, bucket_count, started_at, finished_at,
        requested_by_person_id, item_count, changed_count, order_count, message_count)
      values (${runId}, ${done}, ${scenarioId}, 'DONE', ${fromDayNumber(settings.horizon.from)}, ${settings.bucket},
        ${settings.horizon.buckets - 1}, ${startedAt}, ${work.clock.now()}, ${work.actor.personId},
        ${counts.itemCount}, ${counts.changedCount}, ${counts.orderCount}, ${counts.messageCount})`.execute(work.sql);
    if (!scenarioId) work.record(planChanged(runId));
    return { runId, kind: done, ...counts };
  }
}

/** A scenario is always planned in whole: nobody marks what it lays over the data. */
async function changesSince(work: Work, scenarioId: string | null): Promise<Changes> {
  if (scenarioId) return { isStructural: true, marks: '[]' };
  const changes = await changedItems.take(work);
  if (changes.isStructural || changes.marks !== '[]') await planMissingItems(work, changes);
  return changes;
}

/** Whether the plan that stands has these buckets; in other ones every order may move. */
async function isOfTheSameBuckets(work: Work, { horizon, bucket }: PlanSettings): Promise<boolean> {
  const { rows } = await sql<{ same: boolean }>`
    select plan_from = ${fromDayNumber(horizon.from)}::date and bucket = ${bucket} and bucket_count = ${horizon.buckets - 1} as same
    from planning_run where scenario_id is null and state = 'DONE' order by started_at desc, id desc limit 1`.execute(
    work.sql,
  );
  return rows[0]?.same ?? false;
}

export const mrpRuns = new MrpRuns();
