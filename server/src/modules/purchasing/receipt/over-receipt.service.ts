import { Decimal } from '../../../kernel/decimal.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import { beyondTolerance } from '../order/over-receipt.calc.ts';
import type { ScheduleLine } from '../order/schedule-line.entity.ts';
import { OverReceipt, OverReceiptNotAllowed } from '../purchasing.errors.ts';
import { ratioOf, type ResolvedLine } from './receipt-count.service.ts';
import { inStockUnit, inUnit } from './receipt-quantities.calc.ts';

/** The right to take in more than the tolerance allows. */
export const ACCEPT_OVER = 'purchasing.receipt.accept_over';

/** What of a schedule line will be kept, and how much of that lies beyond its tolerance; in the order unit. */
export interface Excess {
  readonly kept: Decimal;
  readonly beyond: Decimal;
}

/** What these lines do to each schedule line they are booked on. On a cancelled line nothing is ordered any more. */
export function excessOf(lines: readonly ResolvedLine[]): ReadonlyMap<string, Excess> {
  const schedules = new Map(lines.flatMap(({ schedule }) => (schedule ? [[schedule.id, schedule] as const] : [])));
  return new Map(
    [...schedules].map(([id, schedule]) => {
      const counted = lines.filter((line) => line.schedule?.id === id);
      const stock = counted.map(({ count, unit }) =>
        inStockUnit(count.accepted, unit.ratio).plus(inStockUnit(count.quarantine, unit.ratio)),
      );
      const kept = inUnit(Decimal.sum(0, ...stock), ratioOf(schedule))
        .plus(schedule.acceptedQuantity)
        .plus(schedule.quarantineQuantity);
      return [id, { kept, beyond: beyondOf(schedule, kept, counted[0]) }];
    }),
  );
}

function beyondOf(schedule: ScheduleLine, kept: Decimal, line: ResolvedLine | undefined): Decimal {
  const ordered = schedule.state === 'CANCELLED' ? new Decimal(0) : schedule.orderedQuantity;
  const none = new Decimal(0);
  const over = line?.orderLine?.overTolerance ?? none;
  return beyondTolerance(ordered, kept, { over, under: none });
}

/** @throws OverReceipt unless it is accepted, OverReceiptNotAllowed when whoever accepts it may not */
export function checkExcess(
  actor: Actor,
  lines: readonly ResolvedLine[],
  excesses: ReadonlyMap<string, Excess>,
  isAccepted: boolean,
): void {
  const first = lines.find(({ schedule }) => schedule && excesses.get(schedule.id)?.beyond.gt(0));
  if (!first?.schedule) return;
  const beyond = excesses.get(first.schedule.id)?.beyond.toString() ?? '';
  const path = [...first.path, 'receivedQuantity'];
  if (!isAccepted) throw new OverReceipt({ beyond, unit: first.schedule.unitCode }, path);
  if (actor.audience !== 'SYSTEM' && !actor.actions.has(ACCEPT_OVER))
    throw new OverReceiptNotAllowed({}, ['input', 'acceptOver']);
}
