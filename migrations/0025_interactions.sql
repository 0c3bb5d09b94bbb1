-- Who we talk to, what was said over which channel, what they agreed to, and the mail that goes out and comes in.

create table interactions_contact (
  id uuid primary key,
  organisation_id uuid not null references identity_organisation (id),
  -- The side of the corridor on which he deals with us: an organisation may stand on both.
  audience text not null,
  person_id uuid references identity_person (id),
  name text not null,
  locale text not null default 'en',
  time_zone text,
  preferred_channel text not null default 'EMAIL',
  -- Wall clock in his zone; outside of an emergency nobody is disturbed in between. From later than to spans midnight.
  quiet_from text,
  quiet_to text,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint interactions_contact_person_unique unique (organisation_id, audience, person_id),
  constraint interactions_contact_audience_check check (audience in ('STAFF', 'SUPPLIER', 'CUSTOMER')),
  constraint interactions_contact_channel_check check (preferred_channel in ('EMAIL', 'PHONE')),
  constraint interactions_contact_quiet_check check (
    (quiet_from is null) = (quiet_to is null) and (quiet_from is null or quiet_from <> quiet_to)
    and quiet_from ~ '^([01]\d|2[0-3]):[0-5]\d$' and quiet_to ~ '^([01]\d|2[0-3]):[0-5]\d$')
);
create index interactions_contact_organisation on interactions_contact (organisation_id, name, id);
create index interactions_contact_name on interactions_contact (name, id);
call app_guard('interactions_contact',
  'organisation_id = (select app_org()) and audience = (select app_audience()) and person_id = (select app_person())');

-- E-mail addresses in lower case, telephone numbers as E.164.
create table interactions_contact_address (
  id uuid primary key,
  contact_id uuid not null references interactions_contact (id),
  organisation_id uuid not null references identity_organisation (id),
  channel text not null,
  address text not null,
  is_primary boolean not null default true,
  constraint interactions_contact_address_unique unique (contact_id, channel, address),
  constraint interactions_contact_address_channel_check check (channel in ('EMAIL', 'PHONE')),
  constraint interactions_contact_address_form_check check (
    case channel when 'EMAIL' then address = lower(address) and address like '%_@_%' else address ~ '^\+[1-9]\d{4,14}$' end)
);
create index interactions_contact_address_address on interactions_contact_address (channel, address);
call app_guard('interactions_contact_address',
  'exists (select from interactions_contact c where c.id = contact_id)');

-- What somebody agreed to, per channel and purpose. The last entry counts; nothing is ever rewritten.
create table interactions_consent (
  id uuid primary key,
  contact_id uuid not null references interactions_contact (id),
  organisation_id uuid not null references identity_organisation (id),
  channel text not null,
  purpose text not null,
  state text not null,
  source text not null,
  note text not null default '',
  recorded_by_person_id uuid references identity_person (id),
  recorded_at timestamptz not null default now(),
  constraint interactions_consent_channel_check check (channel in ('EMAIL', 'PHONE')),
  constraint interactions_consent_purpose_check check (purpose in ('ACCOUNT', 'ORDERS', 'SERVICE', 'FEEDBACK', 'NEWS', 'OFFERS')),
  constraint interactions_consent_state_check check (state in ('GRANTED', 'WITHDRAWN', 'SUPPRESSED')),
  constraint interactions_consent_source_check check (source in ('PERSON', 'STAFF', 'UNSUBSCRIBE', 'BOUNCE', 'COMPLAINT', 'IMPORT'))
);
create index interactions_consent_latest on interactions_consent (contact_id, channel, purpose, recorded_at desc, id desc);
call app_guard('interactions_consent', 'exists (select from interactions_contact c where c.id = contact_id)');
revoke update, delete on interactions_consent from corridor_api;

-- One contact between us and a party: a visit, a call, a mail, what was written in a portal.
create table interactions_interaction (
  id uuid primary key,
  organisation_id uuid not null references identity_organisation (id),
  audience text not null,
  contact_id uuid references interactions_contact (id),
  -- Who wrote or noted it, and the name under which the other side reads it.
  author_person_id uuid references identity_person (id),
  author_name text not null,
  channel text not null,
  direction text not null,
  -- INTERNAL is ours alone: a note, or what somebody wrote down after a call.
  visibility text not null default 'SHARED',
  -- Written by a machine: an acknowledgement, an out-of-office answer.
  is_automatic boolean not null default false,
  subject_type text,
  subject_id uuid,
  summary text not null default '',
  body text not null default '',
  -- Already cleaned of everything that could run, load or imitate the page around it.
  body_html text,
  duration_minutes integer,
  occurred_at timestamptz not null default now(),
  constraint interactions_interaction_audience_check check (audience in ('STAFF', 'SUPPLIER', 'CUSTOMER')),
  constraint interactions_interaction_channel_check check (channel in ('VISIT', 'PHONE', 'EMAIL', 'WEB', 'CHAT', 'PARTNER')),
  constraint interactions_interaction_direction_check check (direction in ('INBOUND', 'OUTBOUND')),
  constraint interactions_interaction_visibility_check check (visibility in ('INTERNAL', 'SHARED')),
  constraint interactions_interaction_subject_check check ((subject_type is null) = (subject_id is null)),
  constraint interactions_interaction_duration_check check (duration_minutes is null or duration_minutes between 0 and 10000)
);
create index interactions_interaction_organisation on interactions_interaction (organisation_id, occurred_at desc, id desc);
create index interactions_interaction_subject on interactions_interaction (subject_type, subject_id, occurred_at, id);
create index interactions_interaction_occurred on interactions_interaction (occurred_at desc, id desc);
call app_guard('interactions_interaction',
  $$ organisation_id = (select app_org()) and audience = (select app_audience()) and visibility = 'SHARED' $$,
  $$ organisation_id = (select app_org()) and audience = (select app_audience()) and visibility = 'SHARED' and direction = 'INBOUND' $$);

-- A file that came with a mail or was added to what somebody wrote; its bytes lie in the file store under its id.
create table interactions_attachment (
  id uuid primary key,
  organisation_id uuid references identity_organisation (id),
  interaction_id uuid references interactions_interaction (id),
  mail_id uuid,
  name text not null,
  content_type text not null,
  size integer not null,
  created_at timestamptz not null default now(),
  constraint interactions_attachment_size_check check (size >= 0)
);
create index interactions_attachment_interaction on interactions_attachment (interaction_id);
create index interactions_attachment_mail on interactions_attachment (mail_id);
call app_guard('interactions_attachment',
  'exists (select from interactions_interaction i where i.id = interaction_id)');

-- What we write to somebody, from the moment it is meant to be sent until it has been, or has been stopped.
create table interactions_message (
  id uuid primary key,
  organisation_id uuid references identity_organisation (id),
  contact_id uuid references interactions_contact (id),
  -- Where to, when the gateway may not choose: a link to an address of which we know nothing else.
  address text,
  channel text not null default 'EMAIL',
  purpose text not null,
  is_promotional boolean generated always as (purpose in ('FEEDBACK', 'NEWS', 'OFFERS')) stored,
  is_immediate boolean not null default false,
  locale text not null default 'en',
  subject text not null,
  body text not null,
  body_html text,
  subject_type text,
  subject_id uuid,
  interaction_id uuid references interactions_interaction (id),
  -- Message-ID, In-Reply-To and References as they stand in the mail.
  internet_id text not null,
  in_reply_to text,
  internet_references text[] not null default '{}',
  headers jsonb not null default '{}',
  state text not null default 'QUEUED',
  reason text not null default '',
  sent_to text,
  attempts integer not null default 0,
  scheduled_at timestamptz not null default now(),
  -- When somebody looks at it again: to send it, to try again, or because whoever took it never came back.
  due_at timestamptz not null default now(),
  last_error text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  constraint interactions_message_internet_id_unique unique (internet_id),
  constraint interactions_message_channel_check check (channel in ('EMAIL', 'PHONE')),
  constraint interactions_message_purpose_check check (purpose in ('ACCOUNT', 'ORDERS', 'SERVICE', 'FEEDBACK', 'NEWS', 'OFFERS')),
  constraint interactions_message_state_check check (state in ('QUEUED', 'SENDING', 'SENT', 'STOPPED', 'FAILED')),
  constraint interactions_message_target_check check (contact_id is not null or address is not null),
  constraint interactions_message_promotion_check check (contact_id is not null or purpose not in ('FEEDBACK', 'NEWS', 'OFFERS'))
);
create index interactions_message_due on interactions_message (due_at, id) where state in ('QUEUED', 'SENDING');
create index interactions_message_created on interactions_message (created_at desc, id desc);
create index interactions_message_subject on interactions_message (subject_type, subject_id);
-- A party may cause a message about itself (an invitation); nobody but us reads one, for it may hold a secret link.
call app_guard('interactions_message', 'false', 'organisation_id = (select app_org())');

-- A mail as it came in: kept whole, so that nothing that was written to us is lost, whatever becomes of it.
create table interactions_mail (
  id uuid primary key,
  internet_id text not null,
  in_reply_to text,
  internet_references text[] not null default '{}',
  kind text not null,
  from_address text not null,
  from_name text not null default '',
  to_addresses text[] not null default '{}',
  cc_addresses text[] not null default '{}',
  subject text not null default '',
  body text not null default '',
  body_html text,
  contact_id uuid references interactions_contact (id),
  organisation_id uuid references identity_organisation (id),
  interaction_id uuid references interactions_interaction (id),
  state text not null default 'RECEIVED',
  received_at timestamptz not null default now(),
  constraint interactions_mail_internet_id_unique unique (internet_id),
  constraint interactions_mail_kind_check check (kind in ('MESSAGE', 'AUTOMATIC', 'BOUNCE', 'COMPLAINT')),
  constraint interactions_mail_state_check check (state in ('RECEIVED', 'FILED', 'IGNORED'))
);
create index interactions_mail_received on interactions_mail (received_at desc, id desc);
create index interactions_mail_interaction on interactions_mail (interaction_id);
call app_guard('interactions_mail');
alter table interactions_attachment add constraint interactions_attachment_mail_id_fkey
  foreign key (mail_id) references interactions_mail (id);

-- How far each mailbox was read; a mailbox is named without its password. Another generation numbers its mails anew.
create table interactions_mailbox (
  name text primary key,
  generation text not null,
  last_uid bigint not null,
  read_at timestamptz not null default now(),
  constraint interactions_mailbox_last_uid_check check (last_uid >= 0)
);
call app_guard('interactions_mailbox');
