-- The plan: runs, planned orders, messages to planners, requests to suppliers, scenarios. The record of an item and what
-- serves what are read from the plan and its sources, so that they can never say something else.
--
-- Rows with a scenario belong to that copy alone; those without one are the plan that holds. Quantities are in the item's
-- stock unit. A run writes these tables in bulk from rows it has just read, so the wide ones carry no foreign keys.

-- A copy to try things on: what is changed in it, laid over the data that hold; then applied or thrown away.
create table planning_scenario (
  id uuid primary key,
  name text not null,
  note text not null default '',
  state text not null default 'OPEN',
  created_at timestamptz not null default now(),
  created_by_person_id uuid references identity_person (id),
  closed_at timestamptz,
  version integer not null default 1,
  constraint planning_scenario_state_check check (state in ('OPEN', 'APPLIED', 'DISCARDED'))
);
call app_guard('planning_scenario');

-- One thing a scenario says differently: a column of planning_item, a bucket of the master schedule, a demand, or the
-- hours per day of a work centre.
create table planning_scenario_change (
  id uuid primary key,
  scenario_id uuid not null references planning_scenario (id) on delete cascade,
  kind text not null,
  item_id uuid references catalog_item (id),
  site_id uuid references catalog_site (id),
  work_centre_id uuid references planning_work_centre (id),
  -- ITEM: the name of the column.
  field text not null default '',
  due_on date,
  -- The new value; DEMAND: what is added, less than zero for what falls away. Of the lot rule the new word.
  value numeric not null,
  word text not null default '',
  constraint planning_scenario_change_word_check check (word in ('', 'LOT_FOR_LOT', 'FIXED', 'PERIOD', 'EOQ', 'SILVER_MEAL', 'LEAST_UNIT_COST', 'PART_PERIOD', 'WAGNER_WHITIN')),
  constraint planning_scenario_change_unique unique nulls not distinct (scenario_id, kind, item_id, site_id, work_centre_id, field, due_on),
  constraint planning_scenario_change_kind_check check (case kind
    when 'ITEM' then field in ('safety_stock', 'lead_time', 'minimum_quantity', 'order_multiple', 'lot_size', 'lot_rule', 'lot_periods',
      'maximum_quantity', 'safety_lead_time', 'order_cost', 'holding_cost') and (field = 'lot_rule') = (word <> '') and item_id is not null and site_id is not null
    when 'MPS' then due_on is not null and item_id is not null and site_id is not null
    when 'DEMAND' then due_on is not null and item_id is not null and site_id is not null
    when 'CAPACITY' then work_centre_id is not null else false end)
);
call app_guard('planning_scenario_change');

-- How a site is planned. The row without a site holds where a site has none of its own.
create table planning_policy (
  id uuid primary key,
  site_id uuid references catalog_site (id),
  bucket text not null default 'WEEK',
  bucket_count integer not null default 52,
  -- A message is raised when an order is off by more than this, so that planners are not flooded.
  expedite_tolerance_days integer not null default 0,
  defer_tolerance_days integer not null default 5,
  quantity_tolerance numeric(9, 6) not null default 0.05,
  -- How far an order looks for forecast to consume beside its own bucket, in buckets.
  consume_backward integer not null default 0,
  consume_forward integer not null default 0,
  -- In weeks: the history forecasts learn from, the last of it that methods are judged by, a season, and how far they look.
  history_weeks integer not null default 156,
  holdout_weeks integer not null default 8,
  season_weeks integer not null default 52,
  forecast_weeks integer not null default 26,
  version integer not null default 1,
  constraint planning_policy_site_unique unique nulls not distinct (site_id),
  constraint planning_policy_check check (bucket in ('DAY', 'WEEK') and bucket_count between 1 and 400
    and expedite_tolerance_days >= 0 and defer_tolerance_days >= 0 and quantity_tolerance between 0 and 1),
  constraint planning_policy_forecast_check check (consume_backward between 0 and 52 and consume_forward between 0 and 52
    and history_weeks between 4 and 520 and holdout_weeks between 1 and 52 and season_weeks between 1 and 104 and forecast_weeks between 1 and 104)
);
call app_guard('planning_policy');

create table planning_run (
  id uuid primary key,
  kind text not null,
  scenario_id uuid references planning_scenario (id) on delete cascade,
  state text not null default 'RUNNING',
  plan_from date not null,
  bucket text not null,
  bucket_count integer not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  requested_by_person_id uuid references identity_person (id),
  item_count integer not null default 0,
  -- Planned orders and messages that the run wrote, changed or took away.
  changed_count integer not null default 0,
  order_count integer not null default 0,
  message_count integer not null default 0,
  constraint planning_run_kind_check check (kind in ('REGENERATIVE', 'NET_CHANGE')),
  constraint planning_run_state_check check (state in ('RUNNING', 'DONE', 'FAILED'))
);
create index planning_run_started on planning_run (started_at desc, id desc);
call app_guard('planning_run');

-- What a run wants made or bought. A firm one is a planner's and runs leave it alone.
create table planning_planned_order (
  id uuid primary key,
  scenario_id uuid,
  item_id uuid not null,
  site_id uuid not null,
  kind text not null,
  state text not null default 'OPEN',
  is_firm boolean not null default false,
  quantity numeric(18, 6) not null,
  -- The day it must be released, and the day it is wanted in stock.
  release_on date not null,
  due_on date not null,
  supplier_id uuid,
  note text not null default '',
  -- What it became: PurchaseOrder, VmiProposal or WorkOrder.
  document_type text,
  document_id uuid,
  version integer not null default 1,
  constraint planning_planned_order_kind_check check (kind in ('BUY', 'MAKE', 'VMI')),
  constraint planning_planned_order_state_check check (state in ('OPEN', 'CONVERTED')),
  constraint planning_planned_order_check check (quantity > 0 and release_on <= due_on),
  constraint planning_planned_order_converted_check check ((state = 'CONVERTED') = (document_id is not null))
);
-- The orders of an item share one entry: a tenth of what it would be with their days.
create index planning_planned_order_item on planning_planned_order (item_id, site_id);
-- What people fixed is few, and every run asks each item for it.
create index planning_planned_order_firm on planning_planned_order (item_id, site_id) where is_firm;
create index planning_planned_order_release on planning_planned_order (release_on, id) where state = 'OPEN' and scenario_id is null;
call app_guard('planning_planned_order');

-- What a run asks a planner to do, from the run that first saw its cause to the one that no longer does.
create table planning_message (
  id uuid primary key,
  scenario_id uuid,
  item_id uuid not null,
  site_id uuid not null,
  kind text not null,
  -- What it is about: PlannedOrder, PurchaseSchedule, WorkOrder, or the item itself.
  subject_type text not null,
  subject_id uuid,
  current_on date,
  wanted_on date,
  current_quantity numeric(18, 6),
  wanted_quantity numeric(18, 6),
  run_id uuid not null,
  opened_at timestamptz not null,
  ended_at timestamptz,
  state text not null default 'OPEN',
  handled_at timestamptz,
  handled_by_person_id uuid,
  handled_note text not null default '',
  version integer not null default 1,
  constraint planning_message_kind_check check (kind in ('NEW', 'EXPEDITE', 'DEFER', 'CHANGE', 'CANCEL', 'PAST_DUE', 'SHORTAGE', 'BELOW_SAFETY', 'FENCE', 'CAPACITY')),
  constraint planning_message_state_check check (state in ('OPEN', 'DONE', 'DISMISSED', 'ENDED'))
);
create index planning_message_open on planning_message (opened_at desc, id desc) where state = 'OPEN' and scenario_id is null;
create index planning_message_item on planning_message (item_id, site_id, kind) where state = 'OPEN';
call app_guard('planning_message');

-- What we ask of a supplier for goods already on order: come earlier, later, or another amount. His answer is his promise.
create table planning_supplier_request (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  schedule_line_id uuid not null references purchasing_schedule_line (id),
  order_id uuid not null references purchasing_order (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  message_id uuid,
  kind text not null,
  state text not null default 'OPEN',
  current_on date not null,
  wanted_on date not null,
  -- In stock units, as all here.
  quantity numeric(18, 6) not null,
  note text not null default '',
  asked_at timestamptz not null,
  asked_by_person_id uuid references identity_person (id),
  committed_on date,
  answer_note text not null default '',
  answered_at timestamptz,
  answered_by_person_id uuid references identity_person (id),
  version integer not null default 1,
  constraint planning_supplier_request_kind_check check (kind in ('EXPEDITE', 'DEFER', 'CANCEL')),
  constraint planning_supplier_request_state_check check (state in ('OPEN', 'COMMITTED', 'DECLINED', 'WITHDRAWN')),
  constraint planning_supplier_request_committed_check check (state <> 'COMMITTED' or committed_on is not null or kind = 'CANCEL')
);
create unique index planning_supplier_request_one_open on planning_supplier_request (schedule_line_id) where state = 'OPEN';
create index planning_supplier_request_supplier on planning_supplier_request (supplier_id, asked_at desc, id desc);
create index planning_supplier_request_asked on planning_supplier_request (asked_at desc, id desc);
call app_guard('planning_supplier_request', 'supplier_id = (select app_org())');
