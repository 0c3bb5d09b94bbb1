import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { LineChange } from '../pegging/peg-writing.service.ts';
import { newlyLate } from '../pegging/standing.calc.ts';
import { promiseChanged } from '../promising.events.ts';
import { noticeChange } from './promise-change.calc.ts';

/** Tells customers that a promise changed: one open notice per line, which further slips change instead of adding one. */
class PromiseNotices {
  /** Opens, changes and ends the notices of lines that stand differently now; gives the lines whose customer is told. */
  async follow(work: Work, changes: readonly LineChange[]): Promise<ReadonlySet<string>> {
    const known = changes.filter(({ before }) => before !== null);
    const asked = known.map((change) => ({ change, what: decide(change) }));
    await this.open(
      work,
      asked.flatMap(({ change, what }) => (what === 'OPEN' ? [change] : [])),
    );
    await this.change(
      work,
      asked.flatMap(({ change, what }) => (what === 'UPDATE' ? [change] : [])),
    );
    const over = asked.flatMap(({ change, what }) => (what === 'END' ? (change.before?.noticeId ?? []) : []));
    await this.end(work, over);
    const told = asked.filter(({ what }) => what === 'OPEN' || what === 'UPDATE');
    return new Set(told.map(({ change }) => change.after.line.id));
  }

  private async open(work: Work, changes: readonly LineChange[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map(({ before, after: { line, standing }, cause }) => ({
      id: newId(),
      customer_id: line.customerId,
      order_id: line.orderId,
      line_id: line.id,
      item_id: line.itemId,
      site_id: line.siteId,
      cause,
      promised_on: line.promisedOn,
      wanted: line.quantity.toString(),
      late_before: before?.told.late.plus(before.told.unpegged).toString(),
      late: standing.late.toString(),
      newly_late: before ? newlyLate(before.told, standing).toString() : '0',
      unpegged: standing.unpegged.toString(),
      expected_before: before?.told.expectedOn,
      expected_on: standing.expectedOn,
    }));
    await sql`
      insert into promising_promise_notice (id, customer_id, order_id, line_id, item_id, site_id, cause, promised_on, wanted, late_before,
        late, newly_late, unpegged, expected_before, expected_on, opened_at, changed_at)
      select x.*, ${work.clock.now()}, ${work.clock.now()} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, customer_id uuid,
        order_id uuid, line_id uuid, item_id uuid, site_id uuid, cause text, promised_on date, wanted numeric, late_before numeric, late numeric,
        newly_late numeric, unpegged numeric, expected_before date, expected_on date)`.execute(work.sql);
    for (const row of rows) work.record(promiseChanged(row, row));
  }

  /** A further slip: measured against what the customer knew before the notice was opened. */
  private async change(work: Work, changes: readonly LineChange[]): Promise<void> {
    if (changes.length === 0) return;
    const rows = changes.map(({ before, after: { standing, line }, cause }) => ({
      id: before?.noticeId ?? '',
      cause,
      wanted: line.quantity.toString(),
      promised_on: line.promisedOn,
      late: standing.late.toString(),
      unpegged: standing.unpegged.toString(),
      expected_on: standing.expectedOn,
    }));
    const { rows: told } = await sql<ToldNotice>`
      update promising_promise_notice n set cause = case when x.cause = 'DEMAND_CHANGED' then n.cause else x.cause end, promised_on = x.promised_on,
        wanted = x.wanted, late = x.late, unpegged = x.unpegged, newly_late = greatest(0, x.late + x.unpegged - n.late_before),
        expected_on = x.expected_on, revision = n.revision + 1, version = n.version + 1, changed_at = ${work.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, cause text, wanted numeric, promised_on date, late numeric,
        unpegged numeric, expected_on date)
      where n.id = x.id
      returning n.id, n.customer_id, n.order_id, n.line_id, n.item_id, n.cause, n.newly_late, n.expected_on::text`.execute(
      work.sql,
    );
    for (const row of told) work.record(promiseChanged(row, row));
  }

  private async end(work: Work, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await sql`update promising_promise_notice set state = 'ENDED', ended_at = ${work.clock.now()}, version = version + 1
      where id = any(${ids}::uuid[])`.execute(work.sql);
  }
}

interface ToldNotice {
  id: string;
  customer_id: string;
  order_id: string;
  line_id: string;
  item_id: string;
  cause: string;
  newly_late: string;
  expected_on: string | null;
}

const decide = ({ before, after }: LineChange) =>
  before ? noticeChange(before.noticeId !== null, before.told, after.standing) : null;

export const promiseNotices = new PromiseNotices();
