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
