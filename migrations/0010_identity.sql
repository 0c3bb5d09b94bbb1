-- Organisations, people, what people are for organisations, and how they come in.

create table identity_organisation (
  id uuid primary key,
  number text not null,
  name text not null,
  is_company boolean not null default false,
  is_supplier boolean not null default false,
  is_customer boolean not null default false,
  locale text not null default 'en',
  time_zone text not null default 'UTC',
  currency char(3) not null default 'USD',
  country char(2),
  email text,
  phone text,
  address text,
  gs1_company_prefix text,
  requires_second_factor boolean not null default false,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint identity_organisation_number_unique unique (number),
  constraint identity_organisation_has_a_side check (is_company or is_supplier or is_customer)
);
-- There is one company; everybody else stands across the counter from it.
create unique index identity_organisation_one_company on identity_organisation (is_company) where is_company;
create index identity_organisation_name on identity_organisation (name, id);

create table identity_person (
  id uuid primary key,
  name text not null,
  email text not null,
  password_hash text,
  password_changed_at timestamptz,
  -- Set for a machine: it signs its acts like a person, but has no password, no membership and no session.
  machine_of_organisation_id uuid references identity_organisation (id),
  locale text not null default 'en',
  time_zone text,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  constraint identity_person_email_unique unique (email),
  constraint identity_person_email_is_lower check (email = lower(email)),
  constraint identity_person_machine_has_no_password check (machine_of_organisation_id is null or password_hash is null)
);

create table identity_membership (
  id uuid primary key,
  person_id uuid not null references identity_person (id),
  organisation_id uuid not null references identity_organisation (id),
  audience text not null,
  roles text[] not null,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint identity_membership_unique unique (person_id, organisation_id, audience),
  constraint identity_membership_audience_check check (audience in ('STAFF', 'SUPPLIER', 'CUSTOMER')),
  constraint identity_membership_has_a_role check (cardinality(roles) > 0)
);
create index identity_membership_organisation on identity_membership (organisation_id);
call app_guard('identity_membership',
  '(organisation_id = (select app_org()) and audience = (select app_audience())) or person_id = (select app_person())',
  'organisation_id = (select app_org()) and audience = (select app_audience())');
-- A party sees itself, the company, and where else its person belongs.
call app_guard('identity_organisation',
  'is_company or id = (select app_org()) or id in (select m.organisation_id from identity_membership m where m.person_id = (select app_person()))',
  'id = (select app_org())');
-- A person is seen by himself and by those he shares an organisation with; only he changes what is his.
call app_guard('identity_person',
  'id = (select app_person()) or machine_of_organisation_id = (select app_org()) or exists (select from identity_membership m where m.person_id = identity_person.id and m.organisation_id = (select app_org()))',
  'id = (select app_person()) or machine_of_organisation_id = (select app_org())');

create table identity_session (
  id uuid primary key,
  token_hash text not null,
  person_id uuid not null references identity_person (id),
  membership_id uuid not null references identity_membership (id),
  -- As the membership was when the token was given out: after a change of roles it is replaced.
  membership_version integer not null default 1,
  -- The token before, which requests under way still carry for a moment.
  previous_token_hash text,
  renewed_at timestamptz,
  has_second_factor boolean not null default false,
  -- When the holder last proved that it is he.
  confirmed_at timestamptz,
  single_sign_on_id uuid,
  impersonated_by_person_id uuid references identity_person (id),
  -- Whoever is looked over the shoulder may know the name, though not the person.
  impersonated_by_name text,
  impersonation_reason text,
  user_agent text,
  remote_address text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint identity_session_token_unique unique (token_hash),
  constraint identity_session_impersonation_has_a_reason check ((impersonated_by_person_id is null) = (impersonation_reason is null))
);
create index identity_session_previous_token on identity_session (previous_token_hash);
create index identity_session_person on identity_session (person_id, created_at desc);
call app_guard('identity_session', 'person_id = (select app_person())');

create table identity_invitation (
  id uuid primary key,
  token_hash text not null,
  organisation_id uuid not null references identity_organisation (id),
  email text not null,
  audience text not null,
  roles text[] not null,
  invited_by_person_id uuid references identity_person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  constraint identity_invitation_token_unique unique (token_hash),
  constraint identity_invitation_audience_check check (audience in ('STAFF', 'SUPPLIER', 'CUSTOMER'))
);
create index identity_invitation_organisation on identity_invitation (organisation_id, created_at desc);
call app_guard('identity_invitation', 'organisation_id = (select app_org()) and audience = (select app_audience())');

-- Failed sign-ins, counted per account and per address.
create table identity_sign_in_failure (
  id uuid primary key,
  subject text not null,
  failed_at timestamptz not null default now()
);
create index identity_sign_in_failure_subject on identity_sign_in_failure (subject, failed_at);
call app_guard('identity_sign_in_failure');
