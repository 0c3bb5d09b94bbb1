import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { linePromises, type PromiseChange } from '../../sales/order/line-promises.service.ts';
import type { LineChange } from './peg-writing.service.ts';

/** Hands on to sales when each line is expected now: never before its promised day, nothing where no day is known. */
class Estimates {
  async hand(work: Work, changes: readonly LineChange[]): Promise<void> {
    const promised = changes.filter(({ after }) => after.line.promisedOn !== null);
    if (promised.length > 0) await linePromises.write(work, promised.map(estimateOf));
  }
}

function estimateOf({ before, after: { line, standing }, cause }: LineChange): PromiseChange {
  const on = standing.unpegged.gt(0) ? null : latest(standing.expectedOn, line.promisedOn);
  const isEarlier =
    before !== null &&
    standing.unpegged.isZero() &&
    (before.standing.unpegged.gt(0) || (before.standing.expectedOn ?? '') > (standing.expectedOn ?? ''));
  return { lineId: line.id, kind: 'ESTIMATED', on, cause: isEarlier ? 'SUPPLY_EARLIER' : cause };
}

const latest = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b > a) ? b : a;

export const estimates = new Estimates();
