-- Files that people handed in, until the work they were handed in for has taken them. The bytes lie in the data folder.
create table platform_upload (
  id uuid primary key,
  name text not null,
  size bigint not null,
  organisation_id uuid,
  person_id uuid,
  created_at timestamptz not null default now(),
  constraint platform_upload_size_check check (size >= 0),
  constraint platform_upload_name_check check (length(name) between 1 and 200)
);
create index platform_upload_created on platform_upload (created_at);
call app_guard('platform_upload', 'organisation_id = (select app_org())');
