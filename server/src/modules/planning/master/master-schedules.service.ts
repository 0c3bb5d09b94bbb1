import { startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { roughCutLoads, type LoadBucket } from '../capacity/rough-cut.calc.ts';
import { centreHours } from '../capacity/work-centre-hours.reads.ts';
import { readPolicies } from '../run/planning-policies.service.ts';
import { fenceWeeks, masterSchedule, type MasterBucket, type MasterScheduleInput } from './master-schedule.calc.ts';
import { resourceLoad } from './resource-profile.reads.ts';
import { scheduleHead, scheduleWeeks, type ScheduleHead, type ScheduleWeek } from './schedule-input.reads.ts';
import { proposeSchedule } from './schedule-proposal.calc.ts';

/** What somebody tries in a week; null: nothing is scheduled. */
export interface ScheduleChange {
  readonly bucketOn: CalendarDate;
  readonly quantity: number | null;
}

export interface MasterWeek extends Omit<ScheduleWeek, 'mps'>, Omit<MasterBucket, 'mps'> {
  readonly mps: number | null;
  /** It differs from what is kept. */
  readonly isChanged: boolean;
  /** DEMAND: frozen. PLANNING: only people change it. */
  readonly fence: 'DEMAND' | 'PLANNING' | null;
}

export interface CentreLoad {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly weeks: readonly LoadBucket[];
}

/** The master schedule of one item: weeks, and the load it and all others put on the work centres it needs. */
export interface MasterView extends ScheduleHead {
  readonly weeks: readonly MasterWeek[];
  readonly centres: readonly CentreLoad[];
}

/** Reads master schedules as they are, and as they would be. */
class MasterSchedules {
  /** `tried` is laid over what is kept; `isProposed` fills weeks that nobody fixed. Null where there is no such item. */
  async read(
    work: Work,
    planningItemId: string,
    { tried = [], isProposed = false }: { readonly tried?: readonly ScheduleChange[]; readonly isProposed?: boolean },
  ): Promise<MasterView | null> {
    const head = await scheduleHead(work, planningItemId);
    if (!head) return null;
    const policy = (await readPolicies(work)).of(head.siteId);
    const range = { from: startOfWeek(head.today), weeks: policy.forecastWeeks };
    const kept = await scheduleWeeks(work, head, range);
    const input = inputOf(head, kept);
    const wanted = quantitiesOf(head, input, kept, tried, isProposed);
    const figures = masterSchedule(
      input,
      kept.map(({ scheduled }, place) => scheduled + (wanted[place] ?? 0)),
    );
    const planning = fenceWeeks(head.planningFenceDays);
    const weeks = kept.map((week, place): MasterWeek => ({
      ...week,
      ...figures[place]!,
      mps: wanted[place] ?? null,
      isChanged: (wanted[place] ?? null) !== week.mps,
      fence: place < input.demandFence ? 'DEMAND' : place < planning ? 'PLANNING' : null,
    }));
    return { ...head, weeks, centres: await this.centresOf(work, head, range, wanted) };
  }

  private async centresOf(
    work: Work,
    { itemId, siteId }: ScheduleHead,
    { from, weeks }: { readonly from: CalendarDate; readonly weeks: number },
    wanted: readonly (number | null)[],
  ): Promise<CentreLoad[]> {
    const { operations, work: others } = await resourceLoad(work, { siteId, from, itemId });
    const needed = new Set(operations.filter(({ item }) => item === itemId).map(({ workCentre }) => workCentre));
    const centres = (await centreHours(work, { siteId, from, weeks })).filter(({ id }) => needed.has(id));
    const own = wanted.map((quantity, bucket) => ({ item: itemId, bucket, quantity: quantity ?? 0 }));
    const loads = roughCutLoads(
      [...others.filter(({ item }) => item !== itemId), ...own],
      operations,
      new Map(centres.map(({ id, hours }) => [id, hours])),
    );
    return centres.map(({ id, code, name }) => ({ id, code, name, weeks: loads.get(id) ?? [] }));
  }
}

function inputOf({ onHand, demandFenceDays }: ScheduleHead, weeks: readonly ScheduleWeek[]): MasterScheduleInput {
  return {
    onHand,
    forecast: weeks.map(({ forecast }) => forecast),
    orders: weeks.map(({ ordered }) => ordered),
    demandFence: fenceWeeks(demandFenceDays),
  };
}

function quantitiesOf(
  head: ScheduleHead,
  input: MasterScheduleInput,
  kept: readonly ScheduleWeek[],
  tried: readonly ScheduleChange[],
  isProposed: boolean,
): (number | null)[] {
  const changes = new Map(tried.map(({ bucketOn, quantity }) => [bucketOn, quantity]));
  const wanted = kept.map(({ startsOn, mps }) => (changes.has(startsOn) ? (changes.get(startsOn) ?? null) : mps));
  if (!isProposed) return wanted;
  const isFixed = kept.map(({ startsOn, isFirm }) => isFirm || changes.has(startsOn));
  const planningFence = Math.max(fenceWeeks(head.planningFenceDays), input.demandFence);
  // What is on its way counts as made: less is needed in its week, and what is over, later.
  const onItsWay = kept.map(({ scheduled }) => scheduled);
  const fixed = wanted.map((quantity, place) => (isFixed[place] || place < planningFence ? (quantity ?? 0) : null));
  const net = netOfSupply(input, onItsWay);
  return proposeSchedule(net, fixed, { ...head, planningFence }).map((quantity, place) =>
    fixed[place] === null ? (quantity === 0 ? null : quantity) : (wanted[place] ?? null),
  );
}

/** The same course of stock, with supply on its way taken off what is ordered in its week. */
function netOfSupply(input: MasterScheduleInput, supply: readonly number[]): MasterScheduleInput {
  const needed = masterSchedule(input, []).map(({ needed: amount }, place) => amount - (supply[place] ?? 0));
  return { onHand: input.onHand, forecast: needed, orders: needed, demandFence: 0 };
}

export const masterSchedules = new MasterSchedules();
