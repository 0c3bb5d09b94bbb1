import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { OpenLine } from './book.reads.ts';
import { causeOf, type ComparedPeg, type PromiseCause } from './cause.calc.ts';
import type { LinePeg, PeggedLine } from './line-pegs.calc.ts';
import type { StoredLine, StoredPeg, StoredPegging } from './stored-pegging.reads.ts';

/** A line that stands differently than before; `before` is null when it was not pegged yet. */
export interface LineChange {
  readonly before: StoredLine | null;
  readonly after: PeggedLine<OpenLine>;
  readonly cause: PromiseCause;
}

interface PegRow {
  readonly id: string;
  readonly customer_id: string;
  readonly line_id: string;
  readonly item_id: string;
  readonly site_id: string;
  readonly source_kind: string;
  readonly source_id: string;
  readonly quantity: string;
  readonly expected_on: string | null;
}

/** Brings what is stored of lines and pegs in line with what was just computed. */
class PegWriting {
  /** @returns the lines that stand differently now. */
  async write(work: Work, pegged: readonly PeggedLine<OpenLine>[], stored: StoredPegging): Promise<LineChange[]> {
    const open = new Set(pegged.map(({ line }) => line.id));
    const gone = [...stored.lines.keys()].filter((id) => !open.has(id));
    await this.forget(work, gone);
    const changes = pegged.flatMap((after) => changeOf(after, stored));
    await this.writeLines(work, changes);
    await this.writePegs(work, pegged, stored);
    return changes;
  }

  /** Lines that wait for nothing any more. */
  private async forget(work: Work, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await sql`update promising_promise_notice set state = 'ENDED', ended_at = ${work.clock.now()}, version = version + 1
      where state = 'OPEN' and line_id = any(${ids}::uuid[])`.execute(work.sql);
    await sql`delete from promising_line where id = any(${ids}::uuid[])`.execute(work.sql);
  }

  /** With the line goes what its customer knows: `PromiseNotices.follow` tells every difference that is worth a word. */
  private async writeLines(work: Work, changes: readonly LineChange[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map(({ after: { line, standing } }) => ({
      id: line.id,
      customer_id: line.customerId,
      order_id: line.orderId,
      item_id: line.itemId,
      site_id: line.siteId,
      promised_on: line.promisedOn,
      wanted: line.quantity.toString(),
      allocated: line.allocated.toString(),
      late: standing.late.toString(),
      unpegged: standing.unpegged.toString(),
      expected_on: standing.expectedOn,
    }));
    await sql`
      insert into promising_line (id, customer_id, order_id, item_id, site_id, promised_on, wanted, allocated, late, unpegged, expected_on,
        told_late, told_unpegged, told_expected_on, pegged_at)
      select x.id, x.customer_id, x.order_id, x.item_id, x.site_id, x.promised_on, x.wanted, x.allocated, x.late, x.unpegged, x.expected_on,
        x.late, x.unpegged, x.expected_on, ${work.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, customer_id uuid, order_id uuid, item_id uuid, site_id uuid,
        promised_on date, wanted numeric, allocated numeric, late numeric, unpegged numeric, expected_on date)
      on conflict (id) do update set site_id = excluded.site_id, item_id = excluded.item_id, promised_on = excluded.promised_on,
        wanted = excluded.wanted, allocated = excluded.allocated, late = excluded.late, unpegged = excluded.unpegged, expected_on = excluded.expected_on,
        told_late = excluded.late, told_unpegged = excluded.unpegged, told_expected_on = excluded.expected_on,
        pegged_at = excluded.pegged_at`.execute(work.sql);
  }

  private async writePegs(work: Work, pegged: readonly PeggedLine<OpenLine>[], stored: StoredPegging): Promise<void> {
    const differences = pegged.map(({ line, pegs }) => pegDifference(line, pegs, stored.pegs.get(line.id) ?? []));
    const removed = differences.flatMap((one) => one.removed);
    const written = differences.flatMap((one) => one.written);
    if (removed.length > 0) await sql`delete from promising_peg where id = any(${removed}::uuid[])`.execute(work.sql);
    if (written.length === 0) return;
    await sql`
      insert into promising_peg (id, customer_id, line_id, item_id, site_id, source_kind, source_id, quantity, expected_on)
      select x.* from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as x(id uuid, customer_id uuid, line_id uuid, item_id uuid,
        site_id uuid, source_kind text, source_id uuid, quantity numeric, expected_on date)
      on conflict (line_id, source_kind, source_id) do update
        set quantity = excluded.quantity, expected_on = excluded.expected_on, item_id = excluded.item_id, site_id = excluded.site_id`.execute(
      work.sql,
    );
  }
}

function changeOf(after: PeggedLine<OpenLine>, stored: StoredPegging): LineChange[] {
  const before = stored.lines.get(after.line.id) ?? null;
  if (before && isAsBefore(before, after)) return [];
  const old = (stored.pegs.get(after.line.id) ?? []).map((one): ComparedPeg => one);
  return [{ before, after, cause: causeOf(old, after.pegs.map(named)) }];
}

const isAsBefore = (before: StoredLine, { line, standing }: PeggedLine<OpenLine>): boolean =>
  before.promisedOn === line.promisedOn &&
  before.wanted.eq(line.quantity) &&
  before.allocated.eq(line.allocated) &&
  before.standing.late.eq(standing.late) &&
  before.standing.unpegged.eq(standing.unpegged) &&
  before.standing.expectedOn === standing.expectedOn;

// A supply is named by its kind and the id of its source.
const named = ({ supplyId, on, quantity }: LinePeg): ComparedPeg => {
  const [kind = '', sourceId = ''] = supplyId.split(' ');
  return { kind, sourceId, on, quantity };
};

function pegDifference(
  line: OpenLine,
  pegs: readonly LinePeg[],
  stored: readonly StoredPeg[],
): { removed: string[]; written: PegRow[] } {
  const old = new Map(stored.map((one) => [`${one.kind} ${one.sourceId}`, one]));
  const kept = new Set(pegs.map(({ supplyId }) => supplyId));
  const changed = pegs.filter(({ supplyId, quantity, on }) => {
    const before = old.get(supplyId);
    return !before || !before.quantity.eq(quantity) || before.on !== on;
  });
  return {
    removed: stored.filter((one) => !kept.has(`${one.kind} ${one.sourceId}`)).map(({ id }) => id),
    written: changed.map((one) => pegRow(line, one, old.get(one.supplyId)?.id ?? newId())),
  };
}

function pegRow(line: OpenLine, peg: LinePeg, id: string): PegRow {
  const { kind, sourceId, quantity, on } = named(peg);
  return {
    id,
    customer_id: line.customerId,
    line_id: line.id,
    item_id: line.itemId,
    site_id: line.siteId,
    source_kind: kind,
    source_id: sourceId,
    quantity: quantity.toString(),
    expected_on: on,
  };
}

export const pegWriting = new PegWriting();
