import { cursor, gid, instant, pageOf, type Statement } from './statement.ts';

/** What waits for somebody at the desk, the most urgent first. */
export const ticketQueue: Statement = {
  text: `
with page as materialized (
  select t.* from service_ticket t where t.category in ('OPEN', 'PAUSED') order by t.next_due_at, t.id limit $1::int + 1)
select json_build_object('id', ${gid('tkt', 'p.id')}, 'number', p.number, 'subject', p.subject, 'category', p.category, 'statusName', s.name_en,
    'priority', p.priority, 'channel', p.channel, 'queue', q.name_en, 'isEscalated', p.escalated_at is not null,
    'nextDueAt', ${instant("nullif(p.next_due_at, '9999-12-31 00:00:00+00'::timestamptz)")}, 'respondedAt', ${instant('p.responded_at')},
    'createdAt', ${instant('p.created_at')},
    'organisation', json_build_object('id', ${gid('org', 'o.id')}, 'name', o.name, '__typename', 'Organisation'),
    'assignee', case when a.id is not null then json_build_object('id', ${gid('per', 'a.id')}, 'name', a.name, '__typename', 'Person') end,
    '__typename', 'Ticket')::text as node,
  ${cursor('p.next_due_at', 'p.id')} as cursor
from page p join service_status s on s.code = p.status_code join identity_organisation o on o.id = p.organisation_id
left join service_queue q on q.id = p.queue_id left join identity_person a on a.id = p.assignee_person_id
order by p.next_due_at, p.id`,
  values: ({ first }) => [first],
  finish: (rows, { first }) =>
    pageOf(
      'tickets',
      'Ticket',
      rows.map((row) => row['node'] as string),
      Number(first),
      rows.map((row) => row['cursor'] as string),
    ),
};
