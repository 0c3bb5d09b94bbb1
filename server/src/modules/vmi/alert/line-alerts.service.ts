import { sql, type RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { alertsEnded, alertsOpened } from '../vmi.events.ts';

interface Told {
  supplierId: string;
  ids: string[];
  types: string[];
  count: number;
  isOpened: boolean;
}

/** Opens an alert when its cause begins and ends it when the cause ends: one of a kind per line, set by set. */
class LineAlerts {
  /**
   * Brings the alerts of the lines that satisfy `which` (a condition over `l`; all when null) in line with their figures.
   * It writes only what begins or ends.
   */
  follow(work: Work, which: RawBuilder<unknown> | null): Promise<void> {
    return this.write(work, which);
  }

  /** Answers grow overdue by the clock alone: the lines whose proposals wait, or did when their alert was opened. */
  followAnswers(work: Work): Promise<void> {
    return this.write(
      work,
      sql`l.id in (select p.line_id from vmi_proposal p where p.state = 'OPEN'
        union all select o.line_id from vmi_alert o where o.type = 'ANSWER_OVERDUE' and o.ended_at is null)`,
    );
  }

  private async write(work: Work, which: RawBuilder<unknown> | null): Promise<void> {
    const now = work.clock.now();
    const { rows } = await sql<Told>`
      with causes as (${causes(which, now)}),
      begun as (
        insert into vmi_alert (id, supplier_id, agreement_id, line_id, type, detail, opened_at)
        select gen_random_uuid(), c.supplier_id, c.agreement_id, c.line_id, c.type, c.detail, ${now}
        from causes c
        where not exists (select from vmi_alert o
          where coalesce(o.line_id, o.agreement_id) = c.line_id and o.type = c.type and o.ended_at is null)
        on conflict do nothing returning id, supplier_id, type, true as is_opened),
      ended as (
        update vmi_alert o set ended_at = ${now}
        where o.ended_at is null and o.line_id is not null ${which ? sql`and o.line_id in (select l.id from vmi_agreement_line l where ${which})` : sql``}
          and not exists (select from causes c where c.line_id = o.line_id and c.type = o.type)
        returning o.id, o.supplier_id, o.type, false as is_opened)
      select supplier_id as "supplierId", is_opened as "isOpened", count(*)::int as count,
             (array_agg(id))[1:50] as ids, array_agg(distinct type) as types
      from (select * from begun union all select * from ended) x group by 1, 2`.execute(work.sql);
    for (const { supplierId, ids, types, count, isOpened } of rows) {
      const tell = isOpened ? alertsOpened : alertsEnded;
      work.record(tell({ id: ids[0] ?? supplierId, supplierId }, { alertIds: ids, types, count }));
    }
  }
}

const causes = (which: RawBuilder<unknown> | null, now: Date) => sql`
  select s.supplier_id, s.agreement_id, s.id as line_id, c.type, c.detail
  from vmi_line_status s
  left join (select distinct p.line_id from vmi_proposal p where p.state = 'OPEN' and p.answer_due_at < ${now}) late on late.line_id = s.id
  cross join lateral (values
    ('OUT_OF_STOCK', s.colour = 'OUT_OF_STOCK', null),
    ('BELOW_MIN', s.colour = 'BELOW_MIN', s.minimum),
    ('ABOVE_MAX', s.colour = 'ABOVE_MAX', s.maximum),
    ('NO_DATA', s.colour = 'NO_DATA', null),
    ('PROJECTED_STOCKOUT', s.stockout_on is not null and s.colour <> 'OUT_OF_STOCK', null),
    ('NOTICE_OVERDUE', s.overdue_notices > 0, s.overdue_notices),
    ('OVER_COMMITTED', s.on_hand <= s.maximum
      and s.on_hand + s.in_receiving + s.in_transit + s.open_order + s.other_supply > s.maximum, s.maximum),
    ('ANSWER_OVERDUE', late.line_id is not null, null)
  ) as v(type, is_so, figure)
  cross join lateral (select v.type, jsonb_strip_nulls(jsonb_build_object('onHand', s.on_hand, 'figure', v.figure)) as detail) c
  where s.is_live and s.as_of is not null and v.is_so
    ${which ? sql`and s.id in (select l.id from vmi_agreement_line l where ${which})` : sql``}`;

export const lineAlerts = new LineAlerts();
