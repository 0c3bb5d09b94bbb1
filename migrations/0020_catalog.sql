-- What is bought, made and sold; where it lies; who supplies it on which terms; when people work.

create table catalog_calendar (
  id uuid primary key,
  organisation_id uuid not null references identity_organisation (id),
  name text not null,
  time_zone text not null,
  -- { "1": [{ "from": "09:00", "to": "17:00" }], ... } by ISO weekday
  week jsonb not null,
  -- { "2026-10-01": [] } by date: no hours is a holiday, hours are a make-up workday
  overrides jsonb not null default '{}',
  is_default boolean not null default false,
  version integer not null default 1,
  constraint catalog_calendar_name_unique unique (organisation_id, name)
);
create unique index catalog_calendar_one_default on catalog_calendar (organisation_id) where is_default;
call app_guard('catalog_calendar',
  'organisation_id = (select app_org()) or organisation_id = (select o.id from identity_organisation o where o.is_company)', 'organisation_id = (select app_org())');

create table catalog_unit (
  id uuid primary key,
  code text not null,
  name_en text not null,
  name_zh text not null default '',
  constraint catalog_unit_code_unique unique (code)
);
call app_guard('catalog_unit', 'true', 'false');

create table catalog_category (
  id uuid primary key,
  parent_id uuid references catalog_category (id),
  code text not null,
  name_en text not null,
  name_zh text not null default '',
  constraint catalog_category_code_unique unique (code)
);
create index catalog_category_parent on catalog_category (parent_id);
call app_guard('catalog_category', 'true', 'false');

create table catalog_item (
  id uuid primary key,
  sku text not null,
  gtin text,
  name_en text not null,
  name_zh text not null default '',
  description text not null default '',
  unit_code text not null references catalog_unit (code),
  supply text not null,
  category_id uuid references catalog_category (id),
  is_sellable boolean not null default false,
  is_lot_tracked boolean not null default false,
  is_active boolean not null default true,
  standard_cost numeric(19, 4),
  list_price numeric(19, 4),
  currency char(3) not null default 'USD',
  safety_stock numeric(18, 6) not null default 0,
  reorder_point numeric(18, 6) not null default 0,
  lead_time_days integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint catalog_item_sku_unique unique (sku),
  constraint catalog_item_gtin_unique unique (gtin),
  constraint catalog_item_supply_check check (supply in ('MAKE', 'BUY')),
  constraint catalog_item_amounts_not_negative check (safety_stock >= 0 and reorder_point >= 0 and lead_time_days >= 0)
);
create index catalog_item_category on catalog_item (category_id);

-- One of `unit_code` is numerator / denominator of the item's stock unit, exactly.
create table catalog_item_unit (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  unit_code text not null references catalog_unit (code),
  numerator bigint not null,
  denominator bigint not null default 1,
  gtin text,
  constraint catalog_item_unit_unique unique (item_id, unit_code),
  constraint catalog_item_unit_positive check (numerator > 0 and denominator > 0)
);
call app_guard('catalog_item_unit', 'exists (select from catalog_item i where i.id = catalog_item_unit.item_id)', 'false');

create table catalog_site (
  id uuid primary key,
  code text not null,
  name text not null,
  time_zone text not null default 'UTC',
  calendar_id uuid references catalog_calendar (id),
  address text,
  is_active boolean not null default true,
  constraint catalog_site_code_unique unique (code)
);
call app_guard('catalog_site', 'true', 'false');

-- Physical places hold stock. The others (SUPPLIER, CUSTOMER, PRODUCTION, SCRAP, ADJUSTMENT) are where stock comes
-- from and goes to; they hold none.
create table catalog_location (
  id uuid primary key,
  site_id uuid not null references catalog_site (id),
  code text not null,
  name text not null,
  kind text not null,
  is_active boolean not null default true,
  constraint catalog_location_code_unique unique (site_id, code),
  constraint catalog_location_kind_check check (kind in ('STORAGE', 'RECEIVING', 'QUARANTINE', 'SUPPLIER', 'CUSTOMER', 'PRODUCTION', 'SCRAP', 'ADJUSTMENT'))
);
call app_guard('catalog_location');

create table catalog_supplier_item (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  item_id uuid not null references catalog_item (id),
  supplier_sku text not null default '',
  order_unit_code text not null references catalog_unit (code),
  -- One order unit is numerator / denominator of the item's stock unit. A document freezes the ratio it was made with.
  numerator bigint not null default 1,
  denominator bigint not null default 1,
  minimum_quantity numeric(18, 6) not null default 0,
  order_multiple numeric(18, 6) not null default 1,
  maximum_quantity numeric(18, 6),
  lead_time_days integer not null default 0,
  currency char(3) not null default 'USD',
  is_preferred boolean not null default false,
  is_active boolean not null default true,
  version integer not null default 1,
  constraint catalog_supplier_item_unique unique (supplier_id, item_id),
  constraint catalog_supplier_item_amounts_check check (minimum_quantity >= 0 and order_multiple > 0 and lead_time_days >= 0 and numerator > 0 and denominator > 0 and (maximum_quantity is null or maximum_quantity >= minimum_quantity))
);
create index catalog_supplier_item_item on catalog_supplier_item (item_id);
call app_guard('catalog_supplier_item', 'supplier_id = (select app_org())', 'false');

-- A supplier knows the items it supplies; a customer those on sale.
call app_guard('catalog_item',
  $$ case (select app_audience()) when 'CUSTOMER' then is_sellable
     else exists (select from catalog_supplier_item s where s.supplier_id = (select app_org()) and s.item_id = catalog_item.id) end $$, 'false');

create table catalog_price_break (
  id uuid primary key,
  supplier_item_id uuid not null references catalog_supplier_item (id),
  supplier_id uuid not null references identity_organisation (id),
  from_quantity numeric(18, 6) not null default 0,
  unit_price numeric(19, 4) not null,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  constraint catalog_price_break_unique unique (supplier_item_id, from_quantity, valid_from),
  constraint catalog_price_break_check check (unit_price >= 0 and from_quantity >= 0 and valid_from <= valid_to)
);
call app_guard('catalog_price_break', 'supplier_id = (select app_org())', 'false');
