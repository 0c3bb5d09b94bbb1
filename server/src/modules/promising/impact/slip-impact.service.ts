import { sql } from 'kysely';
import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { readBook, type Book, type OpenLine } from '../pegging/book.reads.ts';
import type { PeggedLine } from '../pegging/line-pegs.calc.ts';
import { pegKey } from '../pegging/repegging.service.ts';
import { missing, newlyLate } from '../pegging/standing.calc.ts';
import { touchedKeys } from '../pegging/touched-keys.service.ts';

/** A line that would become late. Quantities are in the stock unit. */
export interface SlippedLine {
  readonly lineId: string;
  readonly customerId: string;
  readonly promisedOn: CalendarDate | null;
  readonly expectedBefore: CalendarDate | null;
  readonly expectedAfter: CalendarDate | null;
  /** Late or pegged to nothing, as it stands and as it would. */
  readonly lateBefore: Decimal;
  readonly lateAfter: Decimal;
  readonly newlyLate: Decimal;
  readonly unit: string;
  /** What the newly late units sell for, net, in the company's currency. */
  readonly revenue: Decimal;
}

export interface SlipImpact {
  readonly currency: string;
  readonly lines: readonly SlippedLine[];
  readonly revenue: Decimal;
  /** Newly late amounts, by unit. */
  readonly newlyLate: ReadonlyMap<string, Decimal>;
}

interface Worth {
  id: string;
  unit: string;
  perUnit: string;
  currency: string;
}

/** What customers would feel if something came later: the book is pegged twice, and nothing is written. */
class SlipImpacts {
  async ofNotice(work: Work, noticeId: string, days: number): Promise<SlipImpact> {
    const keys = await touchedKeys.ofNotice(work, noticeId);
    const book = await readBook(work, keys);
    const slipped = later(book, noticeId, days);
    const changes = keys.flatMap((key) => {
      const before = new Map(pegKey(book, key).map((one) => [one.line.id, one]));
      return pegKey(slipped, key).flatMap((after) => changeOf(before.get(after.line.id), after));
    });
    return this.priced(work, changes);
  }

  private async priced(work: Work, changes: readonly Omit<SlippedLine, 'unit' | 'revenue'>[]): Promise<SlipImpact> {
    const { rows } = await sql<Worth>`
      select l.id, i.unit_code as unit, c.currency,
        coalesce(l.net_amount * o.exchange_rate / nullif(l.ordered_quantity - l.cancelled_quantity, 0), 0)::text as "perUnit"
      from identity_organisation c
      left join sales_order_line l on l.id = any(${changes.map(({ lineId }) => lineId)}::uuid[])
      left join sales_order o on o.id = l.order_id left join catalog_item i on i.id = l.item_id
      where c.is_company`.execute(work.sql);
    const worth = new Map(rows.map((row) => [row.id, row]));
    const lines = changes.map((change): SlippedLine => {
      const { unit = '', perUnit = '0' } = worth.get(change.lineId) ?? {};
      return { ...change, unit, revenue: change.newlyLate.times(perUnit).toDecimalPlaces(2) };
    });
    const dearest = lines.toSorted((a, b) => b.revenue.comparedTo(a.revenue));
    const revenue = Decimal.sum(0, ...lines.map((line) => line.revenue));
    return { lines: dearest, revenue, currency: rows[0]?.currency ?? 'USD', newlyLate: byUnit(lines) };
  }
}

function later(book: Book, noticeId: string, days: number): Book {
  const supplies = [...book.supplies].map(
    ([key, list]) =>
      [
        key,
        list.map((supply) =>
          supply.kind === 'NOTICE' && supply.sourceId === noticeId && supply.on !== null
            ? { ...supply, on: addDays(supply.on, days) }
            : supply,
        ),
      ] as const,
  );
  return { lines: book.lines, supplies: new Map(supplies) };
}

function byUnit(lines: readonly SlippedLine[]): ReadonlyMap<string, Decimal> {
  const groups = Map.groupBy(lines, ({ unit }) => unit);
  return new Map([...groups].map(([unit, list]) => [unit, Decimal.sum(0, ...list.map((line) => line.newlyLate))]));
}

function changeOf(
  before: PeggedLine<OpenLine> | undefined,
  after: PeggedLine<OpenLine>,
): Omit<SlippedLine, 'unit' | 'revenue'>[] {
  const late = before ? newlyLate(before.standing, after.standing) : new Decimal(0);
  if (!before || late.lte(0)) return [];
  return [
    {
      lineId: after.line.id,
      customerId: after.line.customerId,
      promisedOn: after.line.promisedOn,
      expectedBefore: before.standing.expectedOn,
      expectedAfter: after.standing.expectedOn,
      lateBefore: missing(before.standing),
      lateAfter: missing(after.standing),
      newlyLate: late,
    },
  ];
}

export const slipImpacts = new SlipImpacts();
