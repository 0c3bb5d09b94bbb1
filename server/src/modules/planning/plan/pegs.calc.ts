import { fromDayNumber, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { toMillionths } from '../mrp/amount.calc.ts';
import { firstDayOf } from '../mrp/horizon.calc.ts';
import { horizonOf, type Counted, type RecordHead } from './record.calc.ts';

/** One side of a peg: a document that brings or asks for the item. OnHand and SafetyStock are the item's own. */
export interface PegEnd {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly day: CalendarDate;
  readonly bucket: number;
  /** In millionths. */
  readonly quantity: number;
  readonly planningItemId: string | null;
}

/** How much of one supply serves one demand. */
export interface Peg {
  readonly supply: PegEnd;
  readonly demand: PegEnd;
  readonly quantity: number;
}

export interface Pegging {
  readonly pegs: readonly Peg[];
  /** What nothing serves, and what serves nothing, each with what is left of it. */
  readonly uncovered: readonly PegEnd[];
  readonly unused: readonly PegEnd[];
}

/**
 * Sets supplies against demands, both in the order of their days: what is on hand first, safety stock before whatever
 * is not past due yet, as netting keeps it. So for every demand
 *     sum of its pegs + what is uncovered = its quantity
 * Source: Orlicky, Material Requirements Planning, pegged requirements.
 */
export function pegsOf(supplies: readonly PegEnd[], demands: readonly PegEnd[]): Pegging {
  const left = supplies.map(({ quantity }) => quantity);
  const pegs: Peg[] = [];
  const uncovered: PegEnd[] = [];
  let at = 0;
  for (const demand of demands) {
    let open = demand.quantity;
    while (open > 0 && at < supplies.length) {
      const taken = Math.min(open, left[at]!);
      if (taken > 0) pegs.push({ supply: supplies[at]!, demand, quantity: taken });
      open -= taken;
      left[at]! -= taken;
      if (left[at] === 0) at += 1;
    }
    if (open > 0) uncovered.push({ ...demand, quantity: open });
  }
  const unused = supplies.flatMap((supply, row) => (left[row]! > 0 ? [{ ...supply, quantity: left[row]! }] : []));
  return { pegs, uncovered, unused };
}

/** What brings an item, and what asks for it, in the order they are set against each other. */
export function pegEnds(head: RecordHead, within: readonly Counted[]): { supplies: PegEnd[]; demands: PegEnd[] } {
  const isSupply = ({ row }: Counted) => row.side === 'SCHEDULED' || row.side === 'PLANNED';
  const ends = (rows: readonly Counted[]) =>
    rows
      .map(endOf)
      .filter(({ quantity }) => quantity > 0)
      .sort((a, b) => a.bucket - b.bucket || compare(a.day, b.day) || compare(a.id, b.id));
  const own = (type: string, bucket: number, quantity: string): PegEnd[] => {
    const day = fromDayNumber(firstDayOf(horizonOf(head), bucket));
    const amount = toMillionths(quantity);
    return amount > 0 ? [{ type, id: type, label: '', day, bucket, quantity: amount, planningItemId: null }] : [];
  };
  const asked = ends(within.filter((counted) => !isSupply(counted)));
  const late = asked.filter(({ bucket }) => bucket === 0);
  return {
    supplies: [...own('OnHand', 0, head.onHand), ...ends(within.filter(isSupply))],
    demands: [...late, ...own('SafetyStock', 1, head.safetyStock), ...asked.slice(late.length)],
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const endOf = ({ row, bucket, amount }: Counted): PegEnd => ({
  type: row.type,
  id: row.id,
  label: row.label,
  day: row.day,
  bucket,
  quantity: amount,
  planningItemId: row.planningItemId ?? null,
});
