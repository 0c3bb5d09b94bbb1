-- What will be needed: independent demand, forecasts, the master schedule; and supply that other systems released.

create table planning_demand (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  -- FIRM: somebody ordered it. FORECAST: expected; orders consume it.
  kind text not null default 'FIRM',
  demand_class text not null default '',
  -- The day it is needed; a forecast: the first day of its bucket.
  due_on date not null,
  quantity numeric(18, 6) not null,
  reference text not null default '',
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint planning_demand_unique unique (item_id, site_id, kind, demand_class, due_on, reference),
  constraint planning_demand_kind_check check (kind in ('FIRM', 'FORECAST')),
  constraint planning_demand_quantity_check check (quantity >= 0)
);
create index planning_demand_due on planning_demand (due_on, id);
call app_guard('planning_demand');

-- Supply that was released elsewhere and is still to come; what our own orders promise is counted from those.
create table planning_scheduled_receipt (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  due_on date not null,
  quantity numeric(18, 6) not null,
  reference text not null default '',
  constraint planning_scheduled_receipt_unique unique (item_id, site_id, due_on, reference),
  constraint planning_scheduled_receipt_quantity_check check (quantity >= 0)
);
call app_guard('planning_scheduled_receipt');

create table planning_forecast (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  demand_class text not null default '',
  bucket text not null default 'WEEK',
  -- That of the lowest error over the holdout, unless a person chose it.
  method text not null,
  is_method_chosen boolean not null default false,
  parameters jsonb not null default '{}',
  -- ORDERS: what customers asked for, by the day they wanted it. USAGE: what was drawn, where that says more.
  source text not null default 'ORDERS',
  -- What each method would have said, and how wrong it was: [{ method, parameters, mae, wape, mase, bias, trackingSignal }].
  candidates jsonb not null default '[]',
  history_from date not null,
  history_to date not null,
  holdout_buckets integer not null default 0,
  mae numeric,
  wape numeric,
  mase numeric,
  bias numeric,
  tracking_signal numeric,
  computed_at timestamptz not null,
  version integer not null default 1,
  constraint planning_forecast_unique unique (item_id, site_id, demand_class),
  constraint planning_forecast_method_check check (method in ('MOVING_AVERAGE', 'SES', 'HOLT', 'HOLT_WINTERS', 'CROSTON', 'SBA')),
  constraint planning_forecast_source_check check (source in ('ORDERS', 'USAGE')),
  constraint planning_forecast_bucket_check check (bucket in ('WEEK', 'MONTH')),
  constraint planning_forecast_history_check check (history_from <= history_to and holdout_buckets >= 0)
);
-- Worst first: the share of the demand that was forecast wrongly.
create index planning_forecast_error on planning_forecast ((coalesce(wape, -1)) desc, id desc);
call app_guard('planning_forecast');

create table planning_forecast_bucket (
  id uuid primary key,
  forecast_id uuid not null references planning_forecast (id) on delete cascade,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  bucket_on date not null,
  computed numeric(18, 6) not null,
  -- What a person expects instead, and why.
  override_quantity numeric(18, 6),
  override_reason text not null default '',
  overridden_by_person_id uuid references identity_person (id),
  overridden_at timestamptz,
  quantity numeric(18, 6) not null generated always as (coalesce(override_quantity, computed)) stored,
  constraint planning_forecast_bucket_unique unique (forecast_id, bucket_on),
  constraint planning_forecast_bucket_check check (computed >= 0 and coalesce(override_quantity >= 0, true)
    and (override_quantity is null or override_reason <> ''))
);
create index planning_forecast_bucket_item on planning_forecast_bucket (item_id, site_id, bucket_on);
call app_guard('planning_forecast_bucket');

-- The master production schedule: what is to be made in a bucket. A run leaves firm quantities alone.
create table planning_mps (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  bucket_on date not null,
  quantity numeric(18, 6) not null,
  is_firm boolean not null default false,
  edited_by_person_id uuid references identity_person (id),
  edited_at timestamptz not null default now(),
  version integer not null default 1,
  constraint planning_mps_unique unique (item_id, site_id, bucket_on),
  constraint planning_mps_quantity_check check (quantity >= 0)
);
call app_guard('planning_mps');

-- What safety stock the figures ask for; it holds only once somebody applies it.
create table planning_safety_stock (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  service_level numeric(9, 6) not null,
  -- Of one day's demand, and of the lead time in days, learned from receipts.
  demand_mean numeric not null,
  demand_deviation numeric not null,
  lead_time_mean numeric not null,
  lead_time_deviation numeric not null,
  receipt_count integer not null,
  z numeric not null,
  current_quantity numeric(18, 6) not null,
  proposed_quantity numeric(18, 6) not null,
  -- RECEIPTS: lead times of deliveries and of finished work. PLANNED: too few of them, so the planned one, as if certain.
  lead_time_source text not null default 'RECEIPTS',
  computed_at timestamptz not null,
  applied_at timestamptz,
  applied_by_person_id uuid references identity_person (id),
  version integer not null default 1,
  constraint planning_safety_stock_source_check check (lead_time_source in ('RECEIPTS', 'PLANNED')),
  constraint planning_safety_stock_unique unique (item_id, site_id),
  constraint planning_safety_stock_check check (proposed_quantity >= 0 and receipt_count >= 0)
);
-- The widest change first.
create index planning_safety_stock_change on planning_safety_stock ((abs(proposed_quantity - current_quantity)) desc, id desc);
call app_guard('planning_safety_stock');
