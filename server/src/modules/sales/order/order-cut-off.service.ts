import { addDays } from '../../../kernel/calendar-date.ts';
import type { Work } from '../../../platform/db/work.ts';
import { CutOffPassed } from '../sales.errors.ts';
import { salesOrderDrafts } from './order-drafts.service.ts';
import type { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/**
 * Which of the lines whoever asks may still change: the staff all of them; the customer those of which nothing is packed
 * or sent, until so many days before they are due as its terms say.
 */
async function changeable(work: Work, order: SalesOrder, lines: readonly SalesOrderLine[]): Promise<SalesOrderLine[]> {
  if (work.actor.audience !== 'CUSTOMER') return [...lines];
  const today = await salesOrderDrafts.today(work, order.siteId);
  return lines.filter(
    (line) =>
      line.pickedQuantity.isZero() && line.shippedQuantity.isZero() && today <= addDays(line.dueOn, -order.cutoffDays),
  );
}

/** @throws CutOffPassed for the first line that whoever asks may no longer change */
export async function checkCutOff(
  work: Work,
  order: SalesOrder,
  lines: readonly SalesOrderLine[],
  path: readonly string[],
): Promise<void> {
  const free = new Set(await changeable(work, order, lines));
  const late = lines.find((line) => !free.has(line));
  if (late) throw new CutOffPassed({ line: late.lineNo }, path);
}
