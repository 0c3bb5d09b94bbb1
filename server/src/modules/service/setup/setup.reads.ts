import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { list } from '../../../platform/read/list.ts';
import { queueShape } from './queue.shape.ts';
import { agentShape } from './agent.shape.ts';
import { cannedReplyShape } from './canned-reply.shape.ts';
import { categoryShape } from './category.shape.ts';
import { policyShape } from './setup.shape.ts';
import { ALWAYS_THERE } from '../ticket/ticket.state.ts';
import type { TicketStatus } from './status.types.ts';

const inPlace = { PLACE: { by: (row: string) => `${row}.place`, type: 'integer', direction: 'asc' } } as const;
const inUse = (row: string, wanted: string): string => `${row}.is_active = ${wanted}::boolean`;

export const queueList = list(queueShape, { sorts: inPlace, filters: { isActive: inUse } });
export const categoryList = list(categoryShape, { sorts: inPlace, filters: { isActive: inUse } });
export const policyList = list(policyShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
  filters: { isCurrent: (row, wanted) => `${row}.is_current = ${wanted}::boolean` },
});
export const cannedReplyList = list(cannedReplyShape, {
  sorts: { CODE: { by: (row) => `${row}.code`, type: 'text', direction: 'asc' } },
  filters: {
    isActive: inUse,
    queue: (row, wanted) => `(${row}.queue_id is null or ${row}.queue_id = ${wanted}::uuid)`,
  },
});
export const agentList = list(agentShape, {
  sorts: {
    NAME: {
      by: (row) => `(select p.name from identity_person p where p.id = ${row}.person_id)`,
      type: 'text',
      direction: 'asc',
    },
  },
});

/** The statuses in their order: those in use, or all of them. */
export async function statusesOf(work: Work, isWhole: boolean): Promise<TicketStatus[]> {
  const { rows } = await sql<TicketStatus>`
    select code, category, case when ${work.actor.locale} = 'zh-CN' and name_zh <> '' then name_zh else name_en end as name,
      name_en as "nameEn", name_zh as "nameZh", is_active as "isActive", version,
      code = any(${[...ALWAYS_THERE]}::text[]) as "isBuiltIn"
    from service_status where is_active or ${isWhole} order by place, code`.execute(work.sql);
  return rows;
}
