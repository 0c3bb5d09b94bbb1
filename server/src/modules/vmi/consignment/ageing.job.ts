import { sql } from 'kysely';
import { dateIn } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Job } from '../../../platform/jobs/worker.ts';
import { consignment, type Take } from './consignment.service.ts';

interface Aged {
  supplierId: string;
  itemId: string;
  siteId: string;
  quantity: string;
}

/** Consigned stock that has lain here longer than its agreement allows, summed per item and site. */
async function agedOut(work: Work): Promise<Take[]> {
  const { rows } = await sql<Aged>`
    select b.owner_id as "supplierId", b.item_id as "itemId", b.site_id as "siteId", sum(b.on_hand - b.reserved)::text as quantity
    from inventory_stock_balance b
      join vmi_agreement_line l on l.supplier_id = b.owner_id and l.item_id = b.item_id and l.site_id = b.site_id and l.is_live
      join vmi_agreement a on a.id = l.agreement_id
      join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no
    where v.is_consignment and b.status = 'UNRESTRICTED' and b.on_hand > b.reserved
      and b.aged_since < ${work.clock.now().toISOString()}::timestamptz - make_interval(days => v.ageing_days)
    group by 1, 2, 3 order by 1, 2, 3`.execute(work.sql);
  const occurredOn = dateIn('UTC', work.clock.now());
  return rows.map((row) => ({ ...row, quantity: new Decimal(row.quantity), occurredOn }));
}

/**
 * Makes aged consigned stock ours, each item in a transaction of its own, so that one that fails does not hold up the
 * others. @throws AggregateError of what failed; asked again, only that is left.
 */
export async function ageOut(database: Database): Promise<number> {
  const actor = systemActor('consignment ageing');
  const takes = await database.transact(actor, agedOut, 'read');
  const failures: unknown[] = [];
  await inOrder(takes, (take) =>
    database
      .transact(actor, (work) => consignment.takeOver(work, take, 'AGED_OUT'))
      .catch((error: unknown) => void failures.push(error)),
  );
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} items could not age out`);
  return takes.length;
}

export const ageingJob: Job = {
  name: 'vmi.age-out',
  cron: '15 2 * * *',
  run: async (database) => void (await ageOut(database)),
};
