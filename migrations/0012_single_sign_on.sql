-- Where an organisation's own people sign in: an OpenID Connect provider per organisation and side.

create table identity_single_sign_on (
  id uuid primary key,
  organisation_id uuid not null references identity_organisation (id),
  audience text not null,
  issuer text not null,
  client_id text not null,
  -- Sealed with a key of the installation.
  client_secret text not null,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint identity_single_sign_on_unique unique (organisation_id, audience),
  constraint identity_single_sign_on_audience_check check (audience in ('STAFF', 'SUPPLIER', 'CUSTOMER'))
);
call app_guard('identity_single_sign_on', 'organisation_id = (select app_org()) and audience = (select app_audience())');

-- E-mail domains whose people are sent there. Only the company says so: a domain is nobody's for the asking.
create table identity_sign_on_domain (
  audience text not null,
  domain text not null,
  single_sign_on_id uuid not null references identity_single_sign_on (id) on delete cascade,
  primary key (audience, domain),
  constraint identity_sign_on_domain_is_lower check (domain = lower(domain))
);
create index identity_sign_on_domain_connection on identity_sign_on_domain (single_sign_on_id);
call app_guard('identity_sign_on_domain',
  'exists (select from identity_single_sign_on s where s.id = identity_sign_on_domain.single_sign_on_id and s.organisation_id = (select app_org()) and s.audience = (select app_audience()))',
  'false');

-- Whom the provider means by a subject, once somebody has come in by it.
create table identity_sign_on_subject (
  single_sign_on_id uuid not null references identity_single_sign_on (id) on delete cascade,
  subject text not null,
  person_id uuid not null references identity_person (id),
  created_at timestamptz not null default now(),
  primary key (single_sign_on_id, subject),
  constraint identity_sign_on_subject_one_per_person unique (single_sign_on_id, person_id)
);
create index identity_sign_on_subject_person on identity_sign_on_subject (person_id);
call app_guard('identity_sign_on_subject', 'person_id = (select app_person())', 'false');

alter table identity_session add constraint identity_session_single_sign_on_id_fkey
  foreign key (single_sign_on_id) references identity_single_sign_on (id) on delete cascade;
