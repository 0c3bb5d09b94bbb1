-- The audit log cannot be rewritten unnoticed: every entry hangs on the one before it.

-- One link per entry, in the order of sealing. Sealed by a job, so that no act waits for the act before it.
create table platform_audit_link (
  place bigint primary key,
  entry_id uuid not null,
  -- Of what may have to be erased one day: the link holds without it.
  content_hash bytea not null,
  -- Of the link before, the facts of the entry, and the content hash.
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  constraint platform_audit_link_entry_unique unique (entry_id)
);
call app_guard('platform_audit_link');

-- Whose personal data was taken out of an entry, and by which act.
create table platform_audit_erasure (
  entry_id uuid primary key,
  person_id uuid not null,
  erased_at timestamptz not null default now()
);
call app_guard('platform_audit_erasure');
revoke update, delete on platform_audit_link, platform_audit_erasure from corridor_api;
create index platform_audit_entry_newest on platform_audit_entry (occurred_at desc, id desc);

create function app_audit_content(e platform_audit_entry) returns bytea language sql stable
  return sha256(convert_to(jsonb_build_array(e.changes, e.remote_address)::text, 'UTF8'));
create function app_audit_hash(e platform_audit_entry, content bytea, previous bytea) returns bytea language sql stable
  return sha256(previous || content || convert_to(jsonb_build_array(
    e.id, e.act, e.audience, e.actor_person_id, e.actor_organisation_id, e.on_behalf_of_person_id, e.subject_type,
    e.subject_id, extract(epoch from e.occurred_at)::text)::text, 'UTF8'));

-- Seals entries that are not sealed yet, oldest first; answers how many. One sealer at a time. A transaction that took
-- longer than a day to commit is beyond its look back: the verification names its entries.
create function app_audit_seal(most integer) returns integer language plpgsql as $$
declare
  entry platform_audit_entry;
  content bytea;
  last_place bigint;
  last_hash bytea;
  sealed integer := 0;
begin
  perform pg_advisory_xact_lock(4712002);
  select l.place, l.hash into last_place, last_hash from platform_audit_link l order by l.place desc limit 1;
  for entry in
    select e.* from platform_audit_entry e
    where e.occurred_at >= coalesce((select x.occurred_at from platform_audit_link l join platform_audit_entry x on x.id = l.entry_id
                                     where l.place = last_place), '-infinity') - interval '1 day'
      and not exists (select from platform_audit_link l where l.entry_id = e.id)
    order by e.occurred_at, e.id limit most
  loop
    content := app_audit_content(entry);
    last_place := coalesce(last_place, 0) + 1;
    last_hash := app_audit_hash(entry, content, coalesce(last_hash, ''));
    insert into platform_audit_link (place, entry_id, content_hash, hash) values (last_place, entry.id, content, last_hash);
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;

-- What does not fit: nothing, when nobody has touched the log.
create function app_audit_problems() returns table (place bigint, entry_id uuid, problem text) language sql stable as $$
  with chain as (
    select l.place, l.entry_id, l.content_hash, l.hash,
           coalesce(lag(l.hash) over (order by l.place), '') as previous,
           coalesce(lag(l.place) over (order by l.place), 0) as place_before
    from platform_audit_link l
  )
  select c.place, c.entry_id, case
      when e.id is null then 'ENTRY_REMOVED'
      when c.place <> c.place_before + 1 then 'LINK_REMOVED'
      when c.hash <> app_audit_hash(e, c.content_hash, c.previous) then 'ENTRY_CHANGED'
      else 'CONTENT_CHANGED' end
  from chain c left join platform_audit_entry e on e.id = c.entry_id
  where e.id is null or c.place <> c.place_before + 1 or c.hash <> app_audit_hash(e, c.content_hash, c.previous)
    or (c.content_hash <> app_audit_content(e) and not exists (
      select from platform_audit_erasure r
      join platform_audit_entry a on a.act = 'personErase' and a.subject_id = r.person_id
      where r.entry_id = e.id))
  union all
  select null, e.id, 'NOT_SEALED' from platform_audit_entry e
  where e.occurred_at < now() - interval '1 hour' and not exists (select from platform_audit_link l where l.entry_id = e.id)
  order by 1, 2
$$;

-- Takes what an entry says of a person out of it: where he came from, and the values that changed about him. That
-- something was done, by which key and when, stays. SECURITY DEFINER because no actor may change an entry himself.
create function app_audit_erase(person uuid) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked_as text := current_setting('app.audience', true);
  erased integer;
begin
  if not app_is_company() then raise exception 'only the company erases'; end if;
  perform set_config('app.audience', 'SYSTEM', true);
  with about as (
    select e.id, (select coalesce(jsonb_agg(case when c->>'type' in ('Person', 'Session', 'Passkey', 'Invitation')
                     and (c->>'id' = person::text or c->'after'->>'person' = person::text)
                     then c - 'before' - 'after' || '{"erased": true}' else c end), '[]')
                  from jsonb_array_elements(e.changes) c) as changes
    from platform_audit_entry e
    where e.actor_person_id = person or e.on_behalf_of_person_id = person or e.subject_id = person
      or e.changes @> jsonb_build_array(jsonb_build_object('id', person::text))
  ), changed as (
    update platform_audit_entry e set changes = a.changes, remote_address = null
    from about a where a.id = e.id and (e.changes <> a.changes or e.remote_address is not null)
    returning e.id
  )
  insert into platform_audit_erasure (entry_id, person_id) select id, person from changed on conflict do nothing;
  get diagnostics erased = row_count;
  perform set_config('app.audience', asked_as, true);
  return erased;
end $$;
revoke all on function app_audit_erase(uuid) from public;
grant execute on function app_audit_erase(uuid) to corridor_api;
