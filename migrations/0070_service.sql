-- Help: tickets with their clocks, how they are told apart and joined, knowledge, and what may be suggested.

-- A calendar as it stood at each of its versions: a ticket keeps the one it began under.
create table service_calendar_version (
  id uuid primary key default gen_random_uuid(),
  calendar_id uuid not null references catalog_calendar (id),
  version integer not null,
  time_zone text not null,
  week jsonb not null,
  overrides jsonb not null,
  kept_at timestamptz not null default now(),
  constraint service_calendar_version_unique unique (calendar_id, version)
);
-- Whoever may see a calendar may see how it was: nobody those of another party.
call app_guard('service_calendar_version', 'exists (select from catalog_calendar k where k.id = calendar_id)',
  'exists (select from catalog_calendar k where k.id = calendar_id and k.organisation_id = (select app_org()))');

create function service_keep_calendar_version() returns trigger language plpgsql as $$
begin
  insert into service_calendar_version (calendar_id, version, time_zone, week, overrides)
  values (new.id, new.version, new.time_zone, new.week, new.overrides)
  on conflict (calendar_id, version) do update
    set time_zone = excluded.time_zone, week = excluded.week, overrides = excluded.overrides;
  return null;
end $$;
create trigger service_keep_calendar_version after insert or update on catalog_calendar
  for each row execute function service_keep_calendar_version();
insert into service_calendar_version (calendar_id, version, time_zone, week, overrides)
select id, version, time_zone, week, overrides from catalog_calendar;

-- How fast we answer and solve, in business minutes by priority. A change is a new row; tickets name the row.
create table service_policy (
  id uuid primary key,
  code text not null,
  version integer not null,
  name text not null,
  calendar_id uuid references catalog_calendar (id),
  -- { "URGENT": { "response": 60, "resolution": 480 }, ... }
  targets jsonb not null,
  is_current boolean not null default true,
  created_at timestamptz not null default now(),
  constraint service_policy_unique unique (code, version)
);
create unique index service_policy_one_current on service_policy (code) where is_current;
call app_guard('service_policy', 'true', 'false');

create table service_status (
  code text primary key,
  category text not null,
  name_en text not null,
  name_zh text not null default '',
  place integer not null,
  is_active boolean not null default true,
  version integer not null default 1,
  constraint service_status_code_check check (code ~ '^[A-Z][A-Z0-9_]{1,40}$'),
  constraint service_status_category_check check (category in ('OPEN', 'PAUSED', 'RESOLVED', 'CLOSED', 'MERGED'))
);
call app_guard('service_status', 'true', 'false');
insert into service_status (code, category, name_en, name_zh, place) values
  ('NEW', 'OPEN', 'New', '新建', 1),
  ('OPEN', 'OPEN', 'Open', '处理中', 2),
  ('PENDING_CUSTOMER', 'PAUSED', 'Waiting for an answer', '等待对方回复', 3),
  ('PENDING_INTERNAL', 'OPEN', 'Waiting for a colleague', '等待内部处理', 4),
  ('PENDING_SUPPLIER', 'OPEN', 'Waiting for the supplier', '等待供应商', 5),
  ('RESOLVED', 'RESOLVED', 'Resolved', '已解决', 6),
  ('CLOSED', 'CLOSED', 'Closed', '已关闭', 7),
  ('MERGED', 'MERGED', 'Merged', '已合并', 8);

create table service_queue (
  id uuid primary key,
  code text not null,
  name_en text not null,
  name_zh text not null default '',
  policy_code text not null default 'STANDARD',
  is_default boolean not null default false,
  place integer not null default 0,
  is_active boolean not null default true,
  version integer not null default 1,
  constraint service_queue_code_unique unique (code),
  constraint service_queue_code_check check (code ~ '^[A-Z][A-Z0-9_]{1,40}$'),
  -- Where everything else goes is never taken out of use.
  constraint service_queue_default_check check (is_active or not is_default)
);
create unique index service_queue_one_default on service_queue (is_default) where is_default;
call app_guard('service_queue', 'true', 'false');

create table service_category (
  id uuid primary key,
  code text not null,
  name_en text not null,
  name_zh text not null default '',
  queue_id uuid references service_queue (id),
  -- What somebody must know who takes it; empty where anybody may.
  skill text not null default '',
  place integer not null default 0,
  is_active boolean not null default true,
  version integer not null default 1,
  constraint service_category_code_unique unique (code),
  constraint service_category_code_check check (code ~ '^[A-Z][A-Z0-9_]{1,40}$')
);
call app_guard('service_category', 'true', 'false');

create table service_agent (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references identity_person (id),
  queue_ids uuid[] not null default '{}',
  skills text[] not null default '{}',
  -- How many open tickets he is given at most.
  capacity integer not null default 25,
  is_available boolean not null default true,
  version integer not null default 1,
  constraint service_agent_person_unique unique (person_id),
  constraint service_agent_capacity_check check (capacity between 1 and 500)
);
call app_guard('service_agent');

insert into service_policy (id, code, version, name, targets) values
  ('01900000-0000-7000-8000-000000000701', 'STANDARD', 1, 'Standard',
   '{"URGENT":{"response":60,"resolution":480},"HIGH":{"response":120,"resolution":960},"NORMAL":{"response":240,"resolution":1440},"LOW":{"response":480,"resolution":2880}}');
insert into service_queue (id, code, name_en, name_zh, is_default, place) values
  ('01900000-0000-7000-8000-000000000711', 'FRONT', 'Front desk', '前台', true, 1),
  ('01900000-0000-7000-8000-000000000712', 'DELIVERY', 'Delivery', '交付', false, 2),
  ('01900000-0000-7000-8000-000000000713', 'ACCOUNTS', 'Accounts', '账务', false, 3);
insert into service_category (id, code, name_en, name_zh, queue_id, place) values
  ('01900000-0000-7000-8000-000000000721', 'DELIVERY', 'Delivery', '交货', '01900000-0000-7000-8000-000000000712', 1),
  ('01900000-0000-7000-8000-000000000722', 'QUALITY', 'Quality', '质量', null, 2),
  ('01900000-0000-7000-8000-000000000723', 'INVOICE', 'Invoice or payment', '发票或付款', '01900000-0000-7000-8000-000000000713', 3),
  ('01900000-0000-7000-8000-000000000724', 'PRODUCT', 'Product question', '产品咨询', null, 4),
  ('01900000-0000-7000-8000-000000000725', 'OTHER', 'Something else', '其他', null, 5);

create sequence service_ticket_number;
create table service_ticket (
  id uuid primary key,
  number text not null default app_document_number('TK', nextval('service_ticket_number')),
  organisation_id uuid not null references identity_organisation (id),
  audience text not null,
  -- Whether the party sees it: not what we opened among ourselves.
  is_shared boolean not null default true,
  contact_id uuid references interactions_contact (id),
  opened_by_name text not null default '',
  subject text not null,
  channel text not null,
  category_id uuid references service_category (id),
  priority text not null default 'NORMAL',
  status_code text not null default 'NEW' references service_status (code),
  -- The category of the status, kept for the lists.
  category text not null default 'OPEN',
  queue_id uuid references service_queue (id),
  assignee_person_id uuid references identity_person (id),
  policy_id uuid references service_policy (id),
  calendar_version_id uuid references service_calendar_version (id),
  -- The internal ticket about what lies behind this one, such as a late supply.
  cause_ticket_id uuid references service_ticket (id),
  -- What an internal ticket is about, so that one cause opens one ticket.
  cause_key text,
  -- Where its conversation goes on: itself, or the end of the chain it was merged into.
  survivor_id uuid not null references service_ticket (id),
  merged_into_id uuid references service_ticket (id),
  status_before_merge text,
  is_spam boolean not null default false,
  -- The clocks, replayed from its events.
  response_due_at timestamptz,
  responded_at timestamptz,
  response_minutes numeric(12, 3),
  response_breached_at timestamptz,
  resolution_due_at timestamptz,
  resolved_at timestamptz,
  hold_minutes numeric(12, 3) not null default 0,
  net_minutes numeric(12, 3),
  resolution_breached_at timestamptz,
  -- What is due next; the end of time where nothing is, for lists sort by it.
  next_due_at timestamptz not null default '9999-12-31 00:00:00+00',
  escalated_at timestamptz,
  resolution_no integer not null default 0,
  last_message_at timestamptz not null default now(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint service_ticket_number_unique unique (number),
  constraint service_ticket_audience_check check (audience in ('STAFF', 'SUPPLIER', 'CUSTOMER')),
  constraint service_ticket_priority_check check (priority in ('LOW', 'NORMAL', 'HIGH', 'URGENT')),
  constraint service_ticket_category_check check (category in ('OPEN', 'PAUSED', 'RESOLVED', 'CLOSED', 'MERGED')),
  constraint service_ticket_channel_check check (channel in ('VISIT', 'PHONE', 'EMAIL', 'WEB', 'CHAT', 'PARTNER')),
  constraint service_ticket_merge_check check ((merged_into_id is null) = (category <> 'MERGED') and merged_into_id is distinct from id)
);
create index service_ticket_due on service_ticket (next_due_at, id) where category in ('OPEN', 'PAUSED');
create index service_ticket_queue_due on service_ticket (queue_id, next_due_at, id) where category in ('OPEN', 'PAUSED');
create index service_ticket_assignee on service_ticket (assignee_person_id, next_due_at, id) where category in ('OPEN', 'PAUSED');
-- Without them the desk would look through everything that is open for the few of these.
create index service_ticket_unassigned on service_ticket (next_due_at, id) where category in ('OPEN', 'PAUSED') and assignee_person_id is null;
create index service_ticket_breached on service_ticket (next_due_at, id)
  where category in ('OPEN', 'PAUSED') and (response_breached_at is not null or resolution_breached_at is not null);
create index service_ticket_newest on service_ticket (created_at desc, id desc);
create index service_ticket_organisation on service_ticket (organisation_id, created_at desc, id desc);
create index service_ticket_response_due on service_ticket (response_due_at) where responded_at is null and response_breached_at is null;
create index service_ticket_resolution_due on service_ticket (resolution_due_at) where resolved_at is null and resolution_breached_at is null;
create index service_ticket_survivor on service_ticket (survivor_id) where survivor_id <> id;
create index service_ticket_cause on service_ticket (cause_ticket_id) where cause_ticket_id is not null;
create unique index service_ticket_one_per_cause on service_ticket (cause_key) where cause_key is not null and category in ('OPEN', 'PAUSED');
call app_guard('service_ticket',
  'organisation_id = (select app_org()) and audience = (select app_audience()) and is_shared');

-- What happened to a ticket, in order: its clocks and its history are read from here.
create table service_ticket_event (
  id uuid primary key,
  ticket_id uuid not null references service_ticket (id),
  kind text not null,
  happened_at timestamptz not null,
  data jsonb not null default '{}',
  person_id uuid references identity_person (id),
  constraint service_ticket_event_kind_check check (kind in ('CREATED', 'STATUS', 'PRIORITY', 'REPLIED', 'POLICY', 'ASSIGNED', 'MERGED', 'UNMERGED', 'SPLIT', 'BREACHED', 'LINKED'))
);
create index service_ticket_event_ticket on service_ticket_event (ticket_id, happened_at, id);
call app_guard('service_ticket_event', 'exists (select from service_ticket t where t.id = ticket_id)');
revoke update, delete on service_ticket_event from corridor_api;

-- What a ticket is about: an order, a line, a shipment, an invoice, an item.
create table service_ticket_link (
  ticket_id uuid not null references service_ticket (id),
  subject_type text not null,
  subject_id uuid not null,
  label text not null default '',
  linked_at timestamptz not null default now(),
  primary key (ticket_id, subject_type, subject_id)
);
create index service_ticket_link_subject on service_ticket_link (subject_type, subject_id, ticket_id);
call app_guard('service_ticket_link', 'exists (select from service_ticket t where t.id = ticket_id)');

-- The words of a ticket, Chinese as pairs of signs: equality keeps its index behind row security, full text would not.
create table service_ticket_word (
  word text not null,
  ticket_id uuid not null references service_ticket (id),
  organisation_id uuid not null,
  audience text not null,
  is_internal boolean not null default false,
  primary key (word, ticket_id, is_internal)
);
create index service_ticket_word_ticket on service_ticket_word (ticket_id);
-- A party's words begin with the party, so that those of everybody else cost it nothing.
create index service_ticket_word_party on service_ticket_word (organisation_id, word, ticket_id);
call app_guard('service_ticket_word',
  'organisation_id = (select app_org()) and audience = (select app_audience()) and not is_internal');

-- One judgement per resolution.
create table service_rating (
  id uuid primary key,
  ticket_id uuid not null references service_ticket (id),
  organisation_id uuid not null references identity_organisation (id),
  resolution_no integer not null,
  score integer not null,
  comment text not null default '',
  person_id uuid references identity_person (id),
  rated_at timestamptz not null default now(),
  constraint service_rating_once unique (ticket_id, resolution_no),
  constraint service_rating_score_check check (score between 1 and 5)
);
create index service_rating_rated on service_rating (rated_at desc);
call app_guard('service_rating', 'organisation_id = (select app_org())');

create table service_canned_reply (
  id uuid primary key,
  code text not null,
  title_en text not null,
  title_zh text not null default '',
  body_en text not null,
  body_zh text not null default '',
  -- Where it is offered; in every queue when null.
  queue_id uuid references service_queue (id),
  is_active boolean not null default true,
  version integer not null default 1,
  constraint service_canned_reply_code_unique unique (code)
);
call app_guard('service_canned_reply');

create sequence service_article_number;
create table service_article (
  id uuid primary key,
  number text not null default app_document_number('KB', nextval('service_article_number')),
  revision integer not null default 1,
  state text not null default 'DRAFT',
  audiences text[] not null,
  title_en text not null default '',
  title_zh text not null default '',
  body_en text not null default '',
  body_zh text not null default '',
  author_person_id uuid references identity_person (id),
  published_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint service_article_revision_unique unique (number, revision),
  constraint service_article_state_check check (state in ('DRAFT', 'REVIEW', 'PUBLISHED', 'ARCHIVED')),
  constraint service_article_audiences_check check (audiences <@ array['STAFF', 'SUPPLIER', 'CUSTOMER'] and cardinality(audiences) > 0),
  constraint service_article_title_check check (title_en <> '' or title_zh <> '')
);
create unique index service_article_one_published on service_article (number) where state = 'PUBLISHED';
create unique index service_article_one_draft on service_article (number) where state in ('DRAFT', 'REVIEW');
create index service_article_newest on service_article (created_at desc, id desc);
call app_guard('service_article', $$ state = 'PUBLISHED' and (select app_audience()) = any(audiences) $$, 'false');

create table service_article_word (
  word text not null,
  article_id uuid not null references service_article (id),
  weight integer not null,
  primary key (word, article_id)
);
create index service_article_word_article on service_article_word (article_id);
call app_guard('service_article_word', 'exists (select from service_article a where a.id = article_id)', 'false');

-- What people looked for in the help; without a hit it is what should be written next.
create table service_article_search (
  id uuid primary key,
  audience text not null,
  organisation_id uuid references identity_organisation (id),
  query text not null,
  hits integer not null,
  searched_at timestamptz not null default now()
);
create index service_article_search_missed on service_article_search (searched_at desc, id desc) where hits = 0;
call app_guard('service_article_search', 'false', 'organisation_id = (select app_org()) and audience = (select app_audience())');

-- Who buys one also buys the other, as learned from orders; see association-rules.calc.ts for the figures.
create table service_suggestion_rule (
  item_id uuid not null references catalog_item (id),
  suggested_item_id uuid not null references catalog_item (id),
  orders integer not null,
  support numeric(9, 6) not null,
  confidence numeric(9, 6) not null,
  lift numeric(12, 6) not null,
  -- Whether some of it lies free in stock, as last looked at.
  is_available boolean not null default true,
  learned_at timestamptz not null default now(),
  primary key (item_id, suggested_item_id),
  constraint service_suggestion_rule_check check (item_id <> suggested_item_id and support > 0 and confidence > 0 and confidence <= 1)
);
call app_guard('service_suggestion_rule', $$ (select app_audience()) = 'CUSTOMER' $$, 'false');
