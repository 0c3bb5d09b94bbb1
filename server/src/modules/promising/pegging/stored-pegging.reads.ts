import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Key } from './book.reads.ts';
import type { Standing } from './standing.calc.ts';
import type { SourceKind } from './source-kind.calc.ts';

/** A line as it was last pegged. */
export interface StoredLine {
  readonly id: string;
  readonly promisedOn: CalendarDate | null;
  readonly wanted: Decimal;
  readonly allocated: Decimal;
  readonly standing: Standing;
  /** How it stood when the customer last knew. */
  readonly told: Standing;
  /** The notice that waits for an answer, if any. */
  readonly noticeId: string | null;
}

/** A peg as it is stored. */
export interface StoredPeg {
  readonly id: string;
  readonly lineId: string;
  readonly kind: SourceKind;
  readonly sourceId: string;
  readonly quantity: Decimal;
  readonly on: CalendarDate | null;
}

/** What is stored of some keys, by line. */
export interface StoredPegging {
  readonly lines: ReadonlyMap<string, StoredLine>;
  readonly pegs: ReadonlyMap<string, readonly StoredPeg[]>;
}

interface LineRow {
  id: string;
  promisedOn: string | null;
  wanted: string;
  allocated: string;
  late: string;
  unpegged: string;
  expectedOn: string | null;
  toldLate: string;
  toldUnpegged: string;
  toldExpectedOn: string | null;
  noticeId: string | null;
}

/** Reads the lines and pegs of these keys as they were written last. */
export async function readStored(work: Work, keys: readonly Key[]): Promise<StoredPegging> {
  const k = sql`(select * from unnest(${keys.map(({ itemId }) => itemId)}::uuid[], ${keys.map(({ siteId }) => siteId)}::uuid[]) as x(item_id, site_id))`;
  const lines = await sql<LineRow>`
    select l.id, l.promised_on::text as "promisedOn", l.wanted::text as wanted, l.allocated::text as allocated, l.late::text as late, l.unpegged::text as unpegged,
      l.expected_on::text as "expectedOn", l.told_late::text as "toldLate", l.told_unpegged::text as "toldUnpegged",
      l.told_expected_on::text as "toldExpectedOn",
      (select n.id from promising_promise_notice n where n.line_id = l.id and n.state = 'OPEN') as "noticeId"
    from ${k} k join promising_line l on l.item_id = k.item_id and l.site_id = k.site_id`.execute(work.sql);
  const pegs = await sql<Omit<StoredPeg, 'quantity'> & { quantity: string }>`
    select p.id, p.line_id as "lineId", p.source_kind as kind, p.source_id as "sourceId", p.quantity::text as quantity,
      p.expected_on::text as on
    from ${k} k join promising_peg p on p.item_id = k.item_id and p.site_id = k.site_id`.execute(work.sql);
  return {
    lines: new Map(lines.rows.map((row) => [row.id, toLine(row)])),
    pegs: Map.groupBy(
      pegs.rows.map((row): StoredPeg => ({ ...row, quantity: new Decimal(row.quantity) })),
      ({ lineId }) => lineId,
    ),
  };
}

const toLine = (row: LineRow): StoredLine => ({
  id: row.id,
  promisedOn: row.promisedOn,
  wanted: new Decimal(row.wanted),
  allocated: new Decimal(row.allocated),
  standing: { late: new Decimal(row.late), unpegged: new Decimal(row.unpegged), expectedOn: row.expectedOn },
  told: { late: new Decimal(row.toldLate), unpegged: new Decimal(row.toldUnpegged), expectedOn: row.toldExpectedOn },
  noticeId: row.noticeId,
});
