import { customerSql, idSql, type SeedPart } from './seed.ts';

/** Every tenth ticket still waits for somebody. */
export const ACTIVE_EVERY = 10;

const queueSql = (n: string): string => `(array['711', '712', '713'])[1 + ${n} % 3]`;

/** Tickets of two years, each with what was first written. */
export const tickets: SeedPart = {
  name: 'tickets',
  sql: (size) => `
create temporary table asked as
select t, t % ${size.customers} as c, t % ${ACTIVE_EVERY} = 0 as is_active,
       case when t % ${ACTIVE_EVERY} = 0 then now() - interval '1 minute' * bench_pick(t, 20000) else now() - interval '20 days' - interval '1 minute' * bench_pick(t, 1000000) end as asked_at
from generate_series(0, ${size.tickets - 1}) t;

insert into service_ticket (id, organisation_id, audience, survivor_id, subject, channel, category_id, priority, status_code, category, queue_id,
  assignee_person_id, policy_id, opened_by_name, response_due_at, responded_at, resolution_due_at, resolved_at, next_due_at, last_message_at, created_at)
select ${idSql('ticket', 't')}, ${customerSql(size, 'c')}, 'CUSTOMER', ${idSql('ticket', 't')}, 'Question ' || t || ' about an order', (array['WEB', 'EMAIL', 'PHONE'])[1 + t % 3],
       ('01900000-0000-7000-8000-00000000072' || 1 + t % 5)::uuid, (array['LOW', 'NORMAL', 'NORMAL', 'HIGH', 'URGENT'])[1 + bench_pick(t, 5)],
       case when is_active then 'OPEN' else 'CLOSED' end, case when is_active then 'OPEN' else 'CLOSED' end,
       ('01900000-0000-7000-8000-000000000' || ${queueSql('t')})::uuid, case when t % 3 = 0 then ${idSql('person', '0')} end,
       '01900000-0000-7000-8000-000000000701', 'Person ' || c, asked_at + interval '4 hours', case when is_active and t % 20 = 0 then null else asked_at + interval '1 hour' end,
       asked_at + interval '24 hours', case when is_active then null else asked_at + interval '20 hours' end,
       case when is_active then asked_at + interval '24 hours' else '9999-12-31 00:00:00+00' end, asked_at, asked_at
from asked;

insert into interactions_interaction (id, organisation_id, audience, author_name, channel, direction, subject_type, subject_id, summary, body, occurred_at)
select ${idSql('message', 't')}, ${customerSql(size, 'c')}, 'CUSTOMER', 'Person ' || c, 'WEB', 'INBOUND', 'Ticket', ${idSql('ticket', 't')}, 'Question ' || t,
       'When will it arrive? We are waiting for it.', asked_at
from asked;
drop table asked;
`,
};
