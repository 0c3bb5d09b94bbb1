import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { peg, type Supply } from './pegging.calc.ts';
import { standingOf, type Standing } from './standing.calc.ts';

/** An open line in its place in the queue. */
export interface QueuedLine {
  readonly id: string;
  readonly promisedOn: CalendarDate | null;
  readonly quantity: Decimal;
  /** Of that, set aside in stock for this very line: nobody else's turn can take it. */
  readonly allocated: Decimal;
}

/** What a line gets of one supply. */
export interface LinePeg {
  readonly supplyId: string;
  readonly on: CalendarDate | null;
  readonly quantity: Decimal;
}

export interface PeggedLine<Line extends QueuedLine> {
  readonly line: Line;
  readonly pegs: readonly LinePeg[];
  readonly standing: Standing;
}

/**
 * Pegs the lines of one item at one site. What is set aside for a line is pegged to stock first, under `stockId`; the
 * rest queues for the supplies, which hold only what is free.
 */
export function pegLines<Line extends QueuedLine>(
  supplies: readonly Supply[],
  lines: readonly Line[],
  stockId: string,
): PeggedLine<Line>[] {
  const demands = lines.map(({ id, quantity, allocated }) => ({
    id,
    quantity: Decimal.max(0, quantity.minus(allocated)),
  }));
  const byLine = Map.groupBy(peg(supplies, demands), ({ demandId }) => demandId);
  return lines.map((line) => {
    const pegs = withAllocated(byLine.get(line.id) ?? [], Decimal.min(line.allocated, line.quantity), stockId);
    return { line, pegs, standing: standingOf(line.quantity, line.promisedOn, pegs) };
  });
}

function withAllocated(pegs: readonly LinePeg[], allocated: Decimal, stockId: string): LinePeg[] {
  const free = pegs.filter(({ supplyId }) => supplyId !== stockId);
  const stock = pegs.filter(({ supplyId }) => supplyId === stockId);
  const quantity = Decimal.sum(allocated, ...stock.map((one) => one.quantity));
  return quantity.gt(0) ? [{ supplyId: stockId, on: null, quantity }, ...free] : free;
}
