import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { alertsEnded, alertsOpened } from '../vmi.events.ts';
import { agreementEnding } from './agreement-ending.service.ts';

/** How long before its last day an agreement is said to end soon. */
const EXPIRING_DAYS = 30;

interface Told {
  id: string;
  supplierId: string;
  type: string;
  isOpened: boolean;
}

/** Watches the last days of agreements, in the time zone of their sites. */
class AgreementDeadlines {
  /** Ends what has run out, and warns of what will. Repeatable. */
  async keep(work: Work): Promise<void> {
    await agreementEnding.expire(work, await this.over(work));
    await work.em.flush();
    await this.follow(work);
  }

  private async over(work: Work): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      select a.id from vmi_agreement a join catalog_site s on s.id = a.site_id
      where a.state in ('PROPOSED', 'ACTIVE', 'SUSPENDED') and a.valid_to < (${work.clock.now()}::timestamptz at time zone s.time_zone)::date
      order by a.id`.execute(work.sql);
    return rows.map(({ id }) => id);
  }

  private async follow(work: Work): Promise<void> {
    const now = work.clock.now();
    const { rows } = await sql<Told>`
      with causes as (
        select a.id, a.supplier_id, 'AGREEMENT_EXPIRING' as type, jsonb_build_object('validTo', a.valid_to) as detail
        from vmi_agreement a where a.state in ('ACTIVE', 'SUSPENDED') and a.valid_to <= (${now}::timestamptz)::date + ${EXPIRING_DAYS}::int
        union all
        select a.id, a.supplier_id, 'STOCK_LEFT_CONSIGNED', jsonb_build_object('quantity', trim_scale(sum(b.on_hand))::text)
        from vmi_agreement a
        join vmi_agreement_line l on l.agreement_id = a.id
        join inventory_stock_balance b on b.item_id = l.item_id and b.site_id = l.site_id and b.owner_id = l.owner_id
        where a.state = 'EXPIRED' and a.owner_id = a.supplier_id
          and not exists (select from vmi_agreement_line o where o.is_live and o.item_id = l.item_id and o.site_id = l.site_id and o.owner_id = l.owner_id)
        group by a.id having sum(b.on_hand) > 0),
      begun as (
        insert into vmi_alert (id, supplier_id, agreement_id, type, detail, opened_at)
        select gen_random_uuid(), c.supplier_id, c.id, c.type, c.detail, ${now} from causes c
        where not exists (select from vmi_alert o where o.agreement_id = c.id and o.line_id is null and o.type = c.type and o.ended_at is null)
        on conflict do nothing returning id, supplier_id, type, true as is_opened),
      ended as (
        update vmi_alert o set ended_at = ${now}
        where o.ended_at is null and o.line_id is null
          and not exists (select from causes c where c.id = o.agreement_id and c.type = o.type)
        returning o.id, o.supplier_id, o.type, false as is_opened)
      select id, supplier_id as "supplierId", type, is_opened as "isOpened" from begun union all select * from ended`.execute(
      work.sql,
    );
    for (const { id, supplierId, type, isOpened } of rows) {
      const tell = isOpened ? alertsOpened : alertsEnded;
      work.record(tell({ id, supplierId }, { alertIds: [id], types: [type], count: 1 }));
    }
  }
}

export const agreementDeadlines = new AgreementDeadlines();
