-- The ground every module stands on: who is asking, the guards, events, audit, idempotency, numbers.

-- Roles. The owner migrates. The product reads and writes as corridor_api: not owner, not superuser, no BYPASSRLS;
-- corridor_worker fetches jobs from the queue and may touch nothing else.
do $$
declare name text;
begin
  foreach name in array array['corridor_api', 'corridor_worker'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin nosuperuser nobypassrls', name);
    end if;
  end loop;
end $$;
grant usage on schema public to corridor_api;
alter default privileges in schema public grant select, insert, update, delete on tables to corridor_api;
alter default privileges in schema public grant usage, select on sequences to corridor_api;

-- The actor of the current transaction, set in the same message as BEGIN. Unset or empty means nobody: fails closed.
create function app_org() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.org', true), '')::uuid;
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
create function app_audience() returns text language sql stable parallel safe
  return coalesce(nullif(current_setting('app.audience', true), ''), 'NOBODY');
-- The company itself: its staff, and the named system actors of jobs and imports.
create function app_is_company() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.audience', true), '') in ('STAFF', 'SYSTEM');

-- The number of a document as people write it, PO-000123: six digits, and more once there are a million of them.
create function app_document_number(prefix text, place bigint) returns text language sql immutable parallel safe
  return prefix || '-' || lpad(place::text, greatest(6, length(place::text)), '0');

-- Puts a table behind row-level security. The guard is RESTRICTIVE, so a later permissive policy cannot widen it.
-- `visible` is an SQL condition over the row; the company always sees the row. `writable` defaults to `visible`.
create procedure app_guard(target regclass, visible text default 'false', writable text default null)
language plpgsql as $$
declare
  reads text := format('(select app_is_company()) or (%s)', visible);
  writes text := format('(select app_is_company()) or (%s)', coalesce(writable, visible));
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy allow on %s as permissive for all using (true) with check (true)', target);
  execute format('create policy guard_select on %s as restrictive for select using (%s)', target, reads);
  execute format('create policy guard_insert on %s as restrictive for insert with check (%s)', target, writes);
  execute format('create policy guard_update on %s as restrictive for update using (%s) with check (%s)', target, writes, writes);
  execute format('create policy guard_delete on %s as restrictive for delete using (%s)', target, writes);
end $$;

-- What happened, in the words of the modules; written in the transaction that made it happen.
create table platform_event (
  id uuid primary key,
  name text not null,
  subject_type text not null,
  subject_id uuid not null,
  supplier_id uuid,
  customer_id uuid,
  payload jsonb not null default '{}',
  occurred_at timestamptz not null default now(),
  actor_person_id uuid,
  constraint platform_event_name_check check (name ~ '^[a-z_]+(\.[a-z_]+){2}$')
);
create index platform_event_subject on platform_event (subject_type, subject_id, occurred_at);
create index platform_event_occurred on platform_event (occurred_at);
call app_guard('platform_event');

-- Who did what, on whose behalf, before and after. Append-only.
create table platform_audit_entry (
  id uuid primary key,
  act text not null,
  audience text not null,
  actor_person_id uuid,
  actor_organisation_id uuid,
  on_behalf_of_person_id uuid,
  subject_type text,
  subject_id uuid,
  changes jsonb not null default '[]',
  remote_address text,
  occurred_at timestamptz not null default now()
);
create index platform_audit_entry_organisation on platform_audit_entry (actor_organisation_id, occurred_at desc, id desc);
create index platform_audit_entry_subject on platform_audit_entry (subject_type, subject_id, occurred_at desc);
call app_guard('platform_audit_entry', 'actor_organisation_id = (select app_org())');
revoke update, delete on platform_event, platform_audit_entry from corridor_api;

-- An act that moved stock, money or messages, by its key: asked again, it is answered again and not done again.
create table platform_idempotency_key (
  actor_id uuid not null,
  key text not null,
  act text not null,
  request_hash text not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (actor_id, key),
  constraint platform_idempotency_key_length check (length(key) between 8 and 200)
);
create index platform_idempotency_key_age on platform_idempotency_key (created_at);
call app_guard('platform_idempotency_key', 'actor_id = (select app_person())');

-- Document numbers that must have no gap (invoices, statements) take a row here; the others use database sequences.
create table platform_sequence (
  name text primary key,
  next_value bigint not null default 1
);
call app_guard('platform_sequence', 'true');

-- Long work (import, replenishment run, export): found again by its id, with progress and a report.
create table platform_task (
  id uuid primary key,
  kind text not null,
  state text not null default 'QUEUED',
  title text not null,
  done integer not null default 0,
  total integer not null default 0,
  input jsonb not null default '{}',
  result jsonb not null default '{}',
  organisation_id uuid,
  created_by_person_id uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint platform_task_state_check check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'))
);
create index platform_task_created on platform_task (created_at desc, id desc);
call app_guard('platform_task', 'organisation_id = (select app_org())');

-- What went wrong in a long work, row by row.
create table platform_task_issue (
  id uuid primary key,
  task_id uuid not null references platform_task (id) on delete cascade,
  organisation_id uuid,
  severity text not null default 'ERROR',
  file text,
  line integer,
  field text,
  message text not null,
  constraint platform_task_issue_severity_check check (severity in ('ERROR', 'WARNING', 'INFO'))
);
create index platform_task_issue_task on platform_task_issue (task_id, id);
call app_guard('platform_task_issue', 'organisation_id = (select app_org())');

-- The last message of every writing transaction: its events, its audit entries, the job that tells the subscribers,
-- and the wake-up of every process. SECURITY DEFINER because no actor may write these tables or the job queue himself.
create function app_seal(events jsonb, entries jsonb, audience text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  person uuid := app_person();
  notice jsonb;
begin
  -- The owner of a table is guarded like everybody else: for these lines the system itself is writing.
  perform set_config('app.audience', 'SYSTEM', true);
  insert into platform_event (id, name, subject_type, subject_id, supplier_id, customer_id, payload, actor_person_id)
  select (e->>'id')::uuid, e->>'name', e->>'subjectType', (e->>'subjectId')::uuid,
         (e->>'supplierId')::uuid, (e->>'customerId')::uuid, coalesce(e->'payload', '{}'), person
  from jsonb_array_elements(events) e;

  insert into platform_audit_entry (id, act, audience, actor_person_id, actor_organisation_id, on_behalf_of_person_id,
                                    subject_type, subject_id, changes, remote_address)
  select (a->>'id')::uuid, a->>'act', audience, coalesce((a->>'actorPersonId')::uuid, person), app_org(), (a->>'onBehalfOf')::uuid,
         a->>'subjectType', (a->>'subjectId')::uuid, coalesce(a->'changes', '[]'), a->>'remoteAddress'
  from jsonb_array_elements(entries) a;

  -- One call for all of them: an act that changes ten thousand lines has as many events.
  if jsonb_path_exists(events, '$[*] ? (@.hasListener == true)') then
    perform graphile_worker.add_jobs(array(
      select ('deliver', json_build_object('eventId', e->>'id', 'name', e->>'name'), null, null, 12, null, null, null)::graphile_worker.job_spec
      from jsonb_array_elements(events) e where (e->>'hasListener')::boolean));
  end if;

  for notice in
    select jsonb_build_object('t', e->>'topic', 's', e->>'supplierId', 'c', e->>'customerId',
                              'i', jsonb_agg(distinct e->>'subjectId') filter (where n <= 50))
    from (select e, row_number() over (partition by e->>'topic', e->>'supplierId', e->>'customerId') as n
          from jsonb_array_elements(events) e where e->>'topic' is not null) as numbered
    group by e->>'topic', e->>'supplierId', e->>'customerId'
  loop
    perform pg_notify('corridor', notice::text);
  end loop;
  perform set_config('app.audience', audience, true);
end $$;
revoke all on function app_seal(jsonb, jsonb, text) from public;
grant execute on function app_seal(jsonb, jsonb, text) to corridor_api;

-- Asks for a job in the transaction of whoever asks. The same key waits as one job.
create function app_add_job(name text, payload json, key text) returns void
language sql security definer set search_path = public, pg_temp as $$
  select graphile_worker.add_job(name, payload, job_key := key, max_attempts := 12);
$$;
revoke all on function app_add_job(text, json, text) from public;
grant execute on function app_add_job(text, json, text) to corridor_api;
