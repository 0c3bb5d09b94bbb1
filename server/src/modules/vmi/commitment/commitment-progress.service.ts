import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { lineStatuses } from '../line/line-status.service.ts';

/** A condition over the schedule line `s`: what a document of purchasing is about. */
const touchedBy: Readonly<Record<string, (id: string) => RawBuilder<unknown>>> = {
  PurchaseOrder: (id) => sql`s.order_id = ${id}`,
  ShipmentNotice: (id) =>
    sql`s.id in (select n.schedule_line_id from purchasing_notice_line n where n.notice_id = ${id})`,
  Receipt: (id) => sql`s.id in (select n.schedule_line_id from purchasing_receipt_line n where n.receipt_id = ${id})`,
};

/** Follows shipments and receipts: how far every promise is, and how its line stands since. */
class CommitmentProgress {
  /** Repeatable: what is already so is not written. */
  async follow(work: Work, subjectType: string, subjectId: string): Promise<void> {
    const which = touchedBy[subjectType]?.(subjectId);
    if (!which) return;
    await sql`
      update vmi_commitment c
      set shipped_quantity = n.shipped, received_quantity = n.received, state = n.state, version = c.version + 1,
          closed_at = case when n.state in ('SHIPPED', 'SHORT_CLOSED') then coalesce(c.closed_at, ${work.clock.now()}) end
      from (${progress(which)}) n
      where n.id = c.id and c.state not in ('SHORT_CLOSED', 'CANCELLED')
        and (c.shipped_quantity, c.received_quantity, c.state) is distinct from (n.shipped, n.received, n.state)`.execute(
      work.sql,
    );
    const { rows } = await sql<{ items: string[]; sites: string[] }>`
      select array_agg(distinct s.item_id) as items, array_agg(distinct s.site_id) as sites
      from purchasing_schedule_line s where ${which} having count(*) > 0`.execute(work.sql);
    const [touched] = rows;
    if (touched) await lineStatuses.refreshItems(work, touched.items, touched.sites);
  }
}

// What was received without a notice was shipped too. A line that ended elsewhere before all was shipped fell short.
const progress = (which: RawBuilder<unknown>) => sql`
  select c.id, round(g.gone * s.numerator / s.denominator, 6) as shipped,
    round(s.received_quantity * s.numerator / s.denominator, 6) as received,
    case when g.gone >= coalesce(s.confirmed_quantity, s.requested_quantity) then 'SHIPPED'
         when s.state <> 'OPEN' then 'SHORT_CLOSED' when g.gone > 0 then 'PARTLY_SHIPPED' else 'COMMITTED' end as state
  from purchasing_schedule_line s
  join vmi_commitment c on c.schedule_line_id = s.id
  cross join lateral (select greatest(s.shipped_quantity, s.received_quantity) as gone) g
  where ${which}`;

export const commitmentProgress = new CommitmentProgress();
