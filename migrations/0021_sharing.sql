-- Which of our figures the other side of a relationship sees: data, not code.

create table catalog_sharing_policy (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references identity_organisation (id),
  -- For a supplier: the prices we keep with its terms; usage, demand and what follows from them; how much the other
  -- suppliers of an item have on the way; the lots of the stock that is shared with it.
  shows_prices boolean not null default true,
  shows_demand boolean not null default true,
  shows_other_supply boolean not null default false,
  shows_lots boolean not null default true,
  -- For a customer: how exactly it may know what is available to promise.
  availability text not null default 'BUCKETED',
  version integer not null default 1,
  constraint catalog_sharing_policy_organisation_unique unique (organisation_id),
  constraint catalog_sharing_policy_availability_check check (availability in ('EXACT', 'BUCKETED', 'DATES_ONLY'))
);
call app_guard('catalog_sharing_policy', 'organisation_id = (select app_org())', 'false');

-- Every relationship has its policy from the first moment, so that none is ever read as "not decided".
create function catalog_open_sharing() returns trigger language plpgsql as $$
begin
  if not new.is_company then
    insert into catalog_sharing_policy (organisation_id) values (new.id) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger catalog_open_sharing after insert on identity_organisation
  for each row execute function catalog_open_sharing();
select set_config('app.audience', 'SYSTEM', true);
insert into catalog_sharing_policy (organisation_id) select id from identity_organisation where not is_company;

-- Whether the reader may know a figure of that kind. Only a supplier's knowledge is narrowed by it; fails closed.
create function catalog_shares(figure text) returns boolean language sql stable parallel safe
  return coalesce(app_audience(), '') <> 'SUPPLIER' or coalesce((
    select case figure when 'PRICES' then p.shows_prices when 'DEMAND' then p.shows_demand
                       when 'OTHER_SUPPLY' then p.shows_other_supply when 'LOTS' then p.shows_lots end
    from catalog_sharing_policy p where p.organisation_id = app_org()), false);

-- How exactly the reader may know availability: the company exactly, a customer by its policy, everybody else by dates.
create function catalog_availability() returns text language sql stable parallel safe
  return case when app_is_company() then 'EXACT' else coalesce((
    select p.availability from catalog_sharing_policy p where p.organisation_id = app_org()), 'DATES_ONLY') end;
