import { isAtRisk, newlyLate, type Standing } from '../pegging/standing.calc.ts';

/** What a change of supply or demand means for the one notice that a line may have open. */
export type NoticeChange = 'OPEN' | 'UPDATE' | 'END';

const isSame = (a: Standing, b: Standing): boolean =>
  a.late.eq(b.late) && a.unpegged.eq(b.unpegged) && a.expectedOn === b.expectedOn;

/**
 * One notice per line and promise change, coalesced: while a notice is open, further slips change it instead of adding
 * another, and it ends when the promise holds again. `told` is how the line stood when the customer last knew; `after`
 * how it stands now. A line that gets better without being on time again has no new notice; an open one says the news.
 */
export function noticeChange(isOpen: boolean, told: Standing, after: Standing): NoticeChange | null {
  if (isOpen) {
    if (!isAtRisk(after)) return 'END';
    return isSame(told, after) ? null : 'UPDATE';
  }
  return isAtRisk(after) && (newlyLate(told, after).gt(0) || isLater(told, after)) ? 'OPEN' : null;
}

/** Late units that slip further are news, too. */
const isLater = (told: Standing, after: Standing): boolean =>
  after.late.gt(0) && after.expectedOn !== null && (told.expectedOn === null || after.expectedOn > told.expectedOn);
