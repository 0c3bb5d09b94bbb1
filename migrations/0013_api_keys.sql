-- Secrets by which a partner's system acts for its organisation. Only hashes are kept.

create table identity_api_key (
  id uuid primary key,
  organisation_id uuid not null references identity_organisation (id),
  audience text not null,
  -- The machine that signs what is done with this key.
  person_id uuid not null references identity_person (id),
  name text not null,
  prefix text not null,
  secret_hash text not null,
  scopes text[] not null default '{}',
  created_by_person_id uuid not null references identity_person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_used_address text,
  revoked_at timestamptz,
  constraint identity_api_key_secret_unique unique (secret_hash),
  constraint identity_api_key_person_unique unique (person_id),
  constraint identity_api_key_audience_check check (audience in ('STAFF', 'SUPPLIER', 'CUSTOMER'))
);
create index identity_api_key_organisation on identity_api_key (organisation_id, created_at desc, id desc);
call app_guard('identity_api_key', 'organisation_id = (select app_org()) and audience = (select app_audience())');

-- Whoever remembers what a session or a key may do hears of it when that changes. What a visit changes of a session
-- (when it was last seen, how long it lives on) is no news.
create function identity_tell_access() returns trigger language plpgsql as $$
begin
  perform pg_notify('corridor_access', old.id::text);
  return null;
end $$;
create trigger identity_session_tells after update on identity_session for each row
  when (new.expires_at < old.expires_at or
    (old.token_hash, old.previous_token_hash, old.renewed_at, old.membership_id, old.membership_version, old.has_second_factor, old.impersonated_by_person_id, old.revoked_at)
      is distinct from
    (new.token_hash, new.previous_token_hash, new.renewed_at, new.membership_id, new.membership_version, new.has_second_factor, new.impersonated_by_person_id, new.revoked_at))
  execute function identity_tell_access();
create trigger identity_session_tells_end after delete on identity_session
  for each row execute function identity_tell_access();
create trigger identity_membership_tells after delete or update on identity_membership
  for each row execute function identity_tell_access();
create trigger identity_person_tells after delete or update of name, locale, is_active on identity_person
  for each row execute function identity_tell_access();
create trigger identity_organisation_tells after delete or update of is_active, requires_second_factor on identity_organisation
  for each row execute function identity_tell_access();
create trigger identity_api_key_tells after delete or update of secret_hash, scopes, expires_at, revoked_at, organisation_id, audience
  on identity_api_key for each row execute function identity_tell_access();
