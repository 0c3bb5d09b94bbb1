import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { list } from '../../../platform/read/list.ts';
import { queueShape } from './queue.shape.ts';
import { cannedReplyShape, categoryShape, policyShape } from './setup.shape.ts';
import type { TicketStatus } from './setup.types.ts';

export const queueList = list(queueShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
});
export const categoryList = list(categoryShape, {
  sorts: { PLACE: { by: (row) => `${row}.place`, type: 'integer', direction: 'asc' } },
  filters: { isActive: (row, wanted) => `${row}.is_active = ${wanted}::boolean` },
});
export const policyList = list(policyShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
  filters: { isCurrent: (row, wanted) => `${row}.is_current = ${wanted}::boolean` },
});
export const cannedReplyList = list(cannedReplyShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
});

/** The statuses that are in use, in their order. */
export async function statusesOf(work: Work): Promise<TicketStatus[]> {
  const { rows } = await sql<TicketStatus>`
    select code, category, case when ${work.actor.locale} = 'zh-CN' and name_zh <> '' then name_zh else name_en end as name
    from service_status where is_active order by place, code`.execute(work.sql);
  return rows;
}
