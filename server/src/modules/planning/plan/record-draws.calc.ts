import { toDayNumber, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { MILLIONTHS, toMillionths } from '../mrp/amount.calc.ts';
import { componentsInForce } from '../mrp/bills-in-force.calc.ts';
import { bucketOf, type Horizon } from '../mrp/horizon.calc.ts';
import { LINES, type Tables } from '../mrp/planning-tables.calc.ts';
import { withScrap } from '../mrp/rounding.calc.ts';

/** An item of the neighbourhood; the one the record is about stands at place 0. */
export interface DrawingUser {
  readonly place: number;
  readonly scrap: number;
  /** 0: none. */
  readonly multiple: string;
  readonly isCounted: number;
}

export type DrawingLine = Readonly<Record<keyof typeof LINES, number>>;

export interface DrawingOrder {
  readonly place: number;
  readonly id: string;
  readonly label: string;
  readonly planningItemId: string;
  readonly releaseOn: CalendarDate;
  readonly quantity: string;
  readonly isFirm: boolean;
}

/** What one order draws of the item, in millionths. */
export interface Draw {
  readonly order: DrawingOrder;
  readonly bucket: number;
  readonly amount: number;
}

/** What is started so that a quantity comes out good. */
export const startedFor = (quantity: number, { scrap, multiple, isCounted }: Omit<DrawingUser, 'place'>): number =>
  withScrap(quantity, scrap, toMillionths(multiple) || (isCounted ? MILLIONTHS : 1));

/**
 * What planned orders of other items draw of the item at place 0, by the same bills in force and the same rounding as a
 * run explodes them: so the gross requirements of a record are those the item was netted with.
 */
export function drawsOf(
  horizon: Horizon,
  users: readonly DrawingUser[],
  lines: readonly DrawingLine[],
  orders: readonly DrawingOrder[],
): Draw[] {
  const count = 1 + Math.max(0, ...users.map(({ place }) => place), ...lines.map(({ parent }) => parent));
  const { first, child, per, scrap, step, from, until } = componentsInForce(count, horizon, columnsOf(lines));
  const userAt = new Map(users.map((user) => [user.place, user]));
  return orders.flatMap((order) => {
    const user = userAt.get(order.place);
    if (!user) return [];
    const bucket = bucketOf(horizon, toDayNumber(order.releaseOn));
    const started = startedFor(toMillionths(order.quantity), user);
    const draws: Draw[] = [];
    for (let line = first[order.place]!; line < first[order.place + 1]!; line += 1) {
      if (child[line] !== 0 || bucket < from[line]! || bucket >= until[line]!) continue;
      const amount = withScrap(Math.round(started * per[line]!), scrap[line]!, step[line]!);
      draws.push({ order, bucket, amount });
    }
    return draws;
  });
}

function columnsOf(lines: readonly DrawingLine[]): Tables['lines'] {
  const columns = Object.entries(LINES).map(([name, kind]) => {
    const values = lines.map((line) => line[name as keyof typeof LINES]);
    return [name, kind === 'int' ? Int32Array.from(values) : Float64Array.from(values)];
  });
  return { count: lines.length, ...Object.fromEntries(columns) } as Tables['lines'];
}
