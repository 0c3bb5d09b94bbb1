import { LockMode } from '@mikro-orm/core';
import { addDays, isoWeekday, startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { fenceWeeks } from '../master/master-schedule.calc.ts';
import { scheduleHead, type ScheduleHead } from '../master/schedule-input.reads.ts';
import {
  AmountNegative,
  BucketTwice,
  InsideDemandFence,
  NotAWeek,
  NotMasterScheduled,
  NothingToSchedule,
} from '../planning.errors.ts';
import { MpsEntry } from './mps-entry.entity.ts';

/** What is to be made in a week, and the version that was seen there; no quantity takes the entry away. */
export interface EntryDraft {
  readonly bucketOn: CalendarDate;
  readonly quantity: Decimal | null;
  readonly expectedVersion: number | null;
}

const WEEK = 7;

/** Keeps the entries of the master schedule. */
class ScheduleEntries {
  /** Firms or plans weeks of an item. @throws InsideDemandFence, NotMasterScheduled, AmountNegative, NotAWeek, BucketTwice, StaleObject */
  async save(work: Work, planningItemId: string, drafts: readonly EntryDraft[], isFirm: boolean): Promise<string> {
    const head = await scheduleHead(work, planningItemId);
    if (!head) throw new NotFound({}, ['input', 'planningItemId']);
    if (!head.isMasterScheduled) throw new NotMasterScheduled({ sku: head.sku }, ['input', 'planningItemId']);
    if (drafts.length === 0) throw new NothingToSchedule({}, ['input', 'weeks']);
    check(drafts, head);
    const { itemId, siteId } = head;
    const bucketOn = drafts.map((draft) => draft.bucketOn);
    const entries = await work.em.find(
      MpsEntry,
      { itemId, siteId, bucketOn: { $in: bucketOn } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    const known = new Map(entries.map((entry) => [entry.bucketOn, entry]));
    drafts.forEach((draft, index) => {
      const entry = known.get(draft.bucketOn);
      if ((entry?.version ?? null) !== draft.expectedVersion)
        throw new StaleObject({}, ['input', 'weeks', String(index), 'expectedVersion']);
      if (draft.quantity !== null)
        this.put(work, entry ?? Object.assign(new MpsEntry(), { itemId, siteId }), draft, isFirm);
      else if (entry) work.em.remove(entry);
    });
    await work.em.flush();
    return planningItemId;
  }

  private put(work: Work, entry: MpsEntry, { bucketOn, quantity }: EntryDraft, isFirm: boolean): void {
    const by = { editedByPersonId: work.actor.personId, editedAt: work.clock.now() };
    work.em.persist(Object.assign(entry, { bucketOn, quantity, isFirm, ...by }));
  }
}

function check(drafts: readonly EntryDraft[], { today, demandFenceDays }: ScheduleHead): void {
  const current = startOfWeek(today);
  const open = addDays(current, WEEK * fenceWeeks(demandFenceDays));
  const seen = new Set<string>();
  drafts.forEach(({ bucketOn, quantity }, index) => {
    const path = ['input', 'weeks', String(index)];
    if (isoWeekday(bucketOn) !== 1 || bucketOn < current) throw new NotAWeek({}, [...path, 'bucketOn']);
    if (bucketOn < open) throw new InsideDemandFence({ week: bucketOn }, [...path, 'bucketOn']);
    if (quantity?.isNegative()) throw new AmountNegative({}, [...path, 'quantity']);
    if (seen.has(bucketOn)) throw new BucketTwice({}, [...path, 'bucketOn']);
    seen.add(bucketOn);
  });
}

export const scheduleEntries = new ScheduleEntries();
