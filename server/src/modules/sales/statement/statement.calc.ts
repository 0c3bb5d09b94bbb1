import { daysBetween, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';

/** What changes what a customer owes: up with an invoice or a refund, down with a credit note or a payment. */
export interface Movement {
  readonly on: CalendarDate;
  readonly amount: Decimal;
}

export type Balanced<M extends Movement> = M & { readonly balance: Decimal };

/**
 * The movements with what is owed after each:
 *     balance(n) = balance(n-1) + amount(n),  balance(0) = opening
 * Example: opening 100, invoice 50, payment 120 -> 150, 30.
 */
export function withBalance<M extends Movement>(opening: Decimal, movements: readonly M[]): Balanced<M>[] {
  let balance = opening;
  return movements.map((movement) => ({ ...movement, balance: (balance = balance.plus(movement.amount)) }));
}

/** An invoice that is open in part, on the day of the statement. */
export interface OpenItem {
  readonly dueOn: CalendarDate;
  readonly open: Decimal;
}

/** How long open amounts are late; together they are all that is open. */
export interface Aging {
  readonly notDue: Decimal;
  readonly upTo30: Decimal;
  readonly upTo60: Decimal;
  readonly upTo90: Decimal;
  readonly older: Decimal;
}
export const AGES = ['notDue', 'upTo30', 'upTo60', 'upTo90', 'older'] as const satisfies readonly (keyof Aging)[];

function ageOf(days: number): keyof Aging {
  if (days <= 0) return 'notDue';
  if (days <= 30) return 'upTo30';
  if (days <= 60) return 'upTo60';
  return days <= 90 ? 'upTo90' : 'older';
}

/** Open amounts by how many days after their due day `on` is: on the due day itself nothing is late. */
export function agingOf(items: readonly OpenItem[], on: CalendarDate): Aging {
  const groups = Map.groupBy(items, ({ dueOn }) => ageOf(daysBetween(dueOn, on)));
  const total = (age: keyof Aging): Decimal => Decimal.sum(0, ...(groups.get(age) ?? []).map(({ open }) => open));
  return {
    notDue: total('notDue'),
    upTo30: total('upTo30'),
    upTo60: total('upTo60'),
    upTo90: total('upTo90'),
    older: total('older'),
  };
}
