-- By what a person proves that it is he, beside his password; and the short-lived steps of such a proof.

create table identity_authenticator_app (
  person_id uuid primary key references identity_person (id),
  -- Sealed with a key of the installation: whoever reads the table cannot make codes.
  secret text not null,
  -- The last time step of which a code was taken: each code works once.
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);
call app_guard('identity_authenticator_app', 'person_id = (select app_person())');

create table identity_recovery_code (
  id uuid primary key,
  person_id uuid not null references identity_person (id),
  code_hash text not null,
  used_at timestamptz,
  constraint identity_recovery_code_unique unique (person_id, code_hash)
);
call app_guard('identity_recovery_code', 'person_id = (select app_person())');

create table identity_passkey (
  id uuid primary key,
  person_id uuid not null references identity_person (id),
  credential_id text not null,
  public_key text not null,
  sign_count bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  is_backed_up boolean not null default false,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint identity_passkey_credential_unique unique (credential_id)
);
create index identity_passkey_person on identity_passkey (person_id, created_at desc, id desc);
call app_guard('identity_passkey', 'person_id = (select app_person())');

create table identity_password_reset (
  id uuid primary key,
  token_hash text not null,
  person_id uuid not null references identity_person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint identity_password_reset_token_unique unique (token_hash)
);
create index identity_password_reset_person on identity_password_reset (person_id);
call app_guard('identity_password_reset');

-- One step of a sign-in or a registration that waits for its answer; answered once, and soon.
create table identity_challenge (
  id uuid primary key,
  kind text not null,
  token_hash text not null,
  person_id uuid references identity_person (id),
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint identity_challenge_token_unique unique (token_hash),
  constraint identity_challenge_kind_check check (kind in ('SECOND_FACTOR', 'AUTHENTICATOR_APP', 'PASSKEY_REGISTRATION', 'PASSKEY_PROOF', 'SINGLE_SIGN_ON', 'IMPERSONATION'))
);
create index identity_challenge_expires on identity_challenge (expires_at);
call app_guard('identity_challenge', 'person_id = (select app_person())');
