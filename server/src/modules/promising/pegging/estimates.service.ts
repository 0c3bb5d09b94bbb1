import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { linePromises, type PromiseChange } from '../../sales/order/line-promises.service.ts';
import { capableDays } from '../availability/capable-days.service.ts';
import type { OpenLine } from './book.reads.ts';
import type { PeggedLine } from './line-pegs.calc.ts';
import type { LineChange } from './peg-writing.service.ts';
import { latest, type Standing } from './standing.calc.ts';

/** Hands on to sales when each line is expected now: never before its promised day, nothing where no day is known. */
class Estimates {
  /** Of lines that stand differently, and of those that we make: their day moves with parts and hours, too. */
  async hand(work: Work, changes: readonly LineChange[], pegged: readonly PeggedLine<OpenLine>[]): Promise<void> {
    const capable = await capableDays.of(work, pegged);
    const changed = new Set(changes.map(({ after }) => after.line.id));
    const made = pegged
      .filter(({ line }) => capable.has(line.id) && !changed.has(line.id))
      .map((after): LineChange => ({ before: null, after, cause: 'PRODUCTION_CHANGED' }));
    const promised = [...changes, ...made].filter(({ after }) => after.line.promisedOn !== null);
    const expected = promised.map((change) => estimateOf(change, capable.get(change.after.line.id) ?? null));
    if (expected.length > 0) await linePromises.write(work, expected);
  }
}

function estimateOf(
  { before, after: { line, standing }, cause }: LineChange,
  made: CalendarDate | null,
): PromiseChange {
  const isServed = standing.unpegged.isZero();
  const on = isServed || made ? latest(latest(made, standing.expectedOn), line.promisedOn) : null;
  const isEarlier = isServed && before !== null && isSooner(before.standing, standing);
  return { lineId: line.id, kind: 'ESTIMATED', on, cause: isEarlier ? 'SUPPLY_EARLIER' : cause };
}

const isSooner = (before: Standing, after: Standing): boolean =>
  before.unpegged.gt(0) || (before.expectedOn ?? '') > (after.expectedOn ?? '');

export const estimates = new Estimates();
