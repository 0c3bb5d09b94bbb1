-- On which terms customers buy, and at which price.
--
-- The company's currency is identity_organisation.currency where is_company. One unit of a currency is `rate` of it.
-- A price is per one `unit_code`; a tier begins at `from_quantity` of that unit. Of the tiers of one item the one with
-- the highest `from_quantity` that is not above the ordered quantity holds for the whole quantity.
-- Which list: the customer's own contract, then the list named in its terms, then the default list, then the
-- catalogue's list price. A promotion comes on top, on contract prices only where it says so.

create table sales_territory (
  id uuid primary key,
  code text not null,
  name text not null,
  country char(2),
  area text not null default '',
  constraint sales_territory_code_unique unique (code),
  constraint sales_territory_code_check check (code <> '' and name <> '')
);
call app_guard('sales_territory');

create table sales_exchange_rate (
  id uuid primary key,
  currency char(3) not null,
  valid_from date not null,
  rate numeric(18, 9) not null,
  constraint sales_exchange_rate_unique unique (currency, valid_from),
  constraint sales_exchange_rate_positive check (rate > 0)
);
create index sales_exchange_rate_day on sales_exchange_rate (valid_from desc, id desc);
call app_guard('sales_exchange_rate', $$ (select app_audience()) = 'CUSTOMER' $$, 'false');

create table sales_price_list (
  id uuid primary key,
  code text not null,
  name text not null,
  currency char(3) not null,
  -- Set for a contract: prices agreed with one customer.
  customer_id uuid references identity_organisation (id),
  is_tax_inclusive boolean not null default false,
  is_default boolean not null default false,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint sales_price_list_code_unique unique (code),
  constraint sales_price_list_valid_check check (valid_from <= valid_to),
  constraint sales_price_list_default_is_no_contract check (not is_default or customer_id is null)
);
create unique index sales_price_list_one_default on sales_price_list (is_default) where is_default;
create index sales_price_list_customer on sales_price_list (customer_id) where customer_id is not null;

-- One row per customer. An order takes what it needs from here when it is made, and keeps it.
create table sales_customer_terms (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  currency char(3) not null,
  price_list_id uuid references sales_price_list (id),
  territory_id uuid references sales_territory (id),
  -- The site that delivers, where the order names no other.
  site_id uuid references catalog_site (id),
  payment_days integer not null default 30,
  -- In `currency`; null is no limit.
  credit_limit numeric(19, 4),
  is_on_hold boolean not null default false,
  hold_reason text not null default '',
  is_tax_inclusive boolean not null default false,
  tax_rounding text not null default 'LINE',
  -- A fraction: 0.13 is 13 %.
  tax_rate numeric(9, 6) not null default 0,
  -- Whether freight, which is always stated without tax, is taxed like the goods.
  is_freight_taxed boolean not null default true,
  -- Whether an order is confirmed as soon as it is submitted, if credit allows.
  confirms_at_once boolean not null default false,
  -- So many days before the promised day the customer may still change or cancel by itself.
  cutoff_days integer not null default 1,
  allows_partial boolean not null default true,
  version integer not null default 1,
  constraint sales_customer_terms_unique unique (customer_id),
  constraint sales_customer_terms_rounding_check check (tax_rounding in ('LINE', 'GLOBAL')),
  constraint sales_customer_terms_amounts_check check (payment_days >= 0 and cutoff_days >= 0 and tax_rate >= 0 and tax_rate < 1 and (credit_limit is null or credit_limit >= 0))
);
create index sales_customer_terms_list on sales_customer_terms (price_list_id);
create index sales_customer_terms_territory on sales_customer_terms (territory_id);
call app_guard('sales_customer_terms', 'customer_id = (select app_org())', 'false');

call app_guard('sales_price_list',
  $$ (select app_audience()) = 'CUSTOMER' and (customer_id = (select app_org())
     or (customer_id is null and (is_default or id in (select t.price_list_id from sales_customer_terms t where t.customer_id = (select app_org()))))) $$, 'false');

create table sales_price (
  id uuid primary key,
  price_list_id uuid not null references sales_price_list (id),
  item_id uuid not null references catalog_item (id),
  unit_code text not null references catalog_unit (code),
  from_quantity numeric(18, 6) not null default 0,
  unit_price numeric(19, 4) not null,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  constraint sales_price_unique unique (price_list_id, item_id, unit_code, from_quantity, valid_from),
  constraint sales_price_check check (unit_price >= 0 and from_quantity >= 0 and valid_from <= valid_to)
);
create index sales_price_item on sales_price (item_id);
call app_guard('sales_price', 'exists (select from sales_price_list l where l.id = sales_price.price_list_id)', 'false');

-- A cut in price for a time, as a share of the price. Where it names no item, category or customer it is for all.
create table sales_promotion (
  id uuid primary key,
  code text not null,
  name_en text not null,
  name_zh text not null default '',
  item_id uuid references catalog_item (id),
  category_id uuid references catalog_category (id),
  customer_id uuid references identity_organisation (id),
  -- A fraction: 0.1 takes 10 % off.
  discount numeric(9, 6) not null,
  from_quantity numeric(18, 6) not null default 0,
  applies_to_contracts boolean not null default false,
  valid_from date not null,
  valid_to date not null default 'infinity',
  is_active boolean not null default true,
  version integer not null default 1,
  constraint sales_promotion_code_unique unique (code),
  constraint sales_promotion_check check (discount > 0 and discount <= 1 and from_quantity >= 0 and valid_from <= valid_to)
);
create index sales_promotion_item on sales_promotion (item_id);
create index sales_promotion_category on sales_promotion (category_id);
create index sales_promotion_customer on sales_promotion (customer_id);
call app_guard('sales_promotion',
  $$ (select app_audience()) = 'CUSTOMER' and (customer_id is null or customer_id = (select app_org())) $$, 'false');

-- Places to which a customer has goods brought. An order keeps the text that it was given.
create table sales_delivery_address (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  -- What the customer calls it.
  name text not null,
  address text not null,
  -- Where an order goes that names no other place.
  is_default boolean not null default false,
  is_active boolean not null default true,
  version integer not null default 1,
  constraint sales_delivery_address_name_unique unique (customer_id, name),
  constraint sales_delivery_address_check check (name <> '' and address <> '' and (is_active or not is_default))
);
create unique index sales_delivery_address_default on sales_delivery_address (customer_id) where is_default;
call app_guard('sales_delivery_address', 'customer_id = (select app_org())');

-- Up to which total somebody may order for the customer without a second person; without a person: everybody else.
create table sales_buyer_limit (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  person_id uuid references identity_person (id),
  -- In the currency of the customer's terms; null is no limit.
  order_limit numeric(19, 4),
  can_approve boolean not null default false,
  version integer not null default 1,
  constraint sales_buyer_limit_check check (order_limit is null or order_limit >= 0)
);
create unique index sales_buyer_limit_person on sales_buyer_limit (customer_id, person_id) where person_id is not null;
create unique index sales_buyer_limit_everybody on sales_buyer_limit (customer_id) where person_id is null;
call app_guard('sales_buyer_limit', 'customer_id = (select app_org())');
