import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { noticeOverdue } from '../purchasing.events.ts';

/** How long after its day a shipment may still come without anybody being told, in days. */
export const GRACE_DAYS = 1;

interface Overdue {
  id: string;
  number: string;
  supplier_id: string;
  expected_on: string;
}

/** Finds shipments that should have arrived, by the calendar of the site they go to, and tells of each of them once. */
export async function flagOverdueNotices(work: Work): Promise<number> {
  const now = work.clock.now();
  const { rows } = await sql<Overdue>`
    update purchasing_notice a set overdue_at = ${now}::timestamptz
    from catalog_site s
    where s.id = a.site_id and a.state in ('SUBMITTED', 'IN_TRANSIT') and a.overdue_at is null
      and a.expected_on + ${GRACE_DAYS}::int < (${now}::timestamptz at time zone s.time_zone)::date
    returning a.id, a.number, a.supplier_id, a.expected_on::text`.execute(work.sql);
  for (const { id, number, supplier_id: supplierId, expected_on: expectedOn } of rows)
    work.record(noticeOverdue({ id, supplierId }, { number, expectedOn }));
  return rows.length;
}
