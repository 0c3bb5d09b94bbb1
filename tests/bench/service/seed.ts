import { helpers, idSql } from '../product/seed/seed.ts';

/** One ticket in eight is still worked on; of those one in a hundred waits for somebody to take it, another is late. */
const STATES = `case when n % 8 = 0 then 'OPEN' when n % 40 = 1 then 'PAUSED' when n % 8 < 4 then 'RESOLVED' else 'CLOSED' end`;
const STATUS = `case c.category when 'PAUSED' then 'PENDING_CUSTOMER' else c.category end`;

/**
 * So many tickets of 200 customers and 20 people of the desk, each with a message and a dozen words: one of its own, some
 * of two thousand English and Chinese ones, and `order` and `订单` in every second one.
 */
export const ticketsSeed = (count: number): string => `
set app.audience = 'SYSTEM';
set session_replication_role = 'replica';
${helpers}
insert into identity_organisation (id, number, name, is_company, is_customer)
  select ${idSql('organisation', 'n')}, 'O' || n, 'Party ' || n, n = 0, n > 0 from generate_series(0, 200) n;
insert into identity_person (id, name, email)
  select ${idSql('person', 'n')}, 'Person ' || n, 'person' || n || '@example.com' from generate_series(0, 220) n;
insert into interactions_contact (id, organisation_id, audience, name)
  select ${idSql('draft', 'n')}, ${idSql('organisation', 'n')}, 'CUSTOMER', 'Contact ' || n from generate_series(1, 200) n;
insert into service_ticket (id, number, organisation_id, audience, contact_id, opened_by_name, subject, channel, category_id, priority,
    status_code, category, queue_id, assignee_person_id, policy_id, survivor_id, response_due_at, responded_at, resolution_due_at, resolved_at,
    response_breached_at, next_due_at, last_message_at, created_at)
  select ${idSql('ticket', 'n')}, 'TK-' || lpad(n::text, 6, '0'), ${idSql('organisation', '1 + bench_pick(n, 200)')}, 'CUSTOMER',
    ${idSql('draft', '1 + bench_pick(n, 200)')}, 'Somebody', 'Question ' || n, 'WEB', null,
    case when n % 20 = 0 then 'HIGH' else 'NORMAL' end, ${STATUS}, c.category,
    (select array_agg(q.id order by q.code) from service_queue q)[1 + n % 3], case when n % 800 > 0 then ${idSql('person', '201 + n % 20')} end,
    (select p.id from service_policy p limit 1), ${idSql('ticket', 'n')}, at + interval '4 hours',
    case when n % 3 > 0 then at + interval '1 hour' end, at + interval '3 days',
    case when c.category in ('RESOLVED', 'CLOSED') then at + interval '2 days' end,
    case when n % 800 = 8 then at + interval '4 hours' end,
    case when c.category = 'OPEN' then at + interval '3 days' else '9999-12-31 00:00:00+00' end, at, at
  from generate_series(1, ${count}) n cross join lateral (select ${STATES} as category) c
  cross join lateral (select now() - interval '1 minute' * (${count} - n) as at) t;
insert into interactions_interaction (id, organisation_id, audience, contact_id, author_name, channel, direction, subject_type, subject_id,
    summary, body, occurred_at)
  select ${idSql('message', 'n')}, t.organisation_id, 'CUSTOMER', t.contact_id, 'Somebody', 'WEB', 'INBOUND', 'Ticket', t.id, t.subject, 'Where is it?', t.created_at
  from generate_series(1, ${count}) n join service_ticket t on t.id = ${idSql('ticket', 'n')};
insert into service_ticket_word (word, ticket_id, organisation_id, audience)
  select w.word, t.id, t.organisation_id, 'CUSTOMER'
  from generate_series(1, ${count}) n join service_ticket t on t.id = ${idSql('ticket', 'n')}
  cross join lateral (
    select 'own' || n as word union select 'word' || bench_pick(n * 7 + k, 2000) from generate_series(1, 6) k
    union select chr(19968 + bench_pick(n * 11 + k, 2000)) || chr(22000 + bench_pick(n * 11 + k, 2000)) from generate_series(1, 4) k
    union select x from unnest(array['order', '订单']) x where n % 2 = 0) w;
set session_replication_role = 'origin';
`;
