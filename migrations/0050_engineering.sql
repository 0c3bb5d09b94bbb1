-- How things are planned and made: planning data of items, bills of materials, work centres and routings.
--
-- Quantities are in the item's stock unit. Lead times count back from the day something is needed: WORKING_DAY by the
-- site's calendar, WEEK by whole weeks. Fractions are fractions: a scrap of 0.05 is five per cent.

create table planning_item (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  lot_rule text not null default 'LOT_FOR_LOT',
  -- FIXED: the lot, or whole multiples of it. PERIOD: how many buckets one order covers. EOQ: the economic quantity.
  lot_size numeric(18, 6),
  lot_periods integer,
  -- For EOQ and the dynamic rules: money per order, and per stock unit held for one bucket.
  order_cost numeric(19, 6),
  holding_cost numeric(19, 6),
  minimum_quantity numeric(18, 6) not null default 0,
  order_multiple numeric(18, 6),
  maximum_quantity numeric(18, 6),
  safety_stock numeric(18, 6) not null default 0,
  -- The part of cycles without a stockout that a computed safety stock is to reach.
  service_level numeric(9, 6),
  safety_lead_time integer not null default 0,
  -- None: that of the preferred supplier's terms, else that of the item.
  lead_time integer,
  -- Of lead time and safety lead time.
  lead_time_unit text not null default 'WORKING_DAY',
  -- HARD: it cannot be shortened. SOFT: expediting may, and the plan says by how much.
  lead_time_kind text not null default 'HARD',
  -- What is lost when it is made: quantity / (1 - scrap) is started.
  scrap numeric(9, 6) not null default 0,
  demand_fence_days integer not null default 0,
  planning_fence_days integer not null default 0,
  -- Its supply is set bucket by bucket in the master schedule.
  is_master_scheduled boolean not null default false,
  low_level_code integer not null default 0,
  planner_person_id uuid references identity_person (id),
  version integer not null default 1,
  constraint planning_item_unique unique (item_id, site_id),
  constraint planning_item_lot_rule_check check (lot_rule in ('LOT_FOR_LOT', 'FIXED', 'PERIOD', 'EOQ', 'SILVER_MEAL', 'LEAST_UNIT_COST', 'PART_PERIOD', 'WAGNER_WHITIN')),
  constraint planning_item_lot_check check (case lot_rule
    when 'FIXED' then coalesce(lot_size > 0, false) when 'PERIOD' then coalesce(lot_periods > 0, false)
    when 'LOT_FOR_LOT' then true
    when 'EOQ' then coalesce(lot_size > 0, false) or coalesce(order_cost > 0 and holding_cost > 0, false)
    else coalesce(order_cost >= 0 and holding_cost >= 0, false) end),
  constraint planning_item_amounts_check check (minimum_quantity >= 0 and coalesce(order_multiple > 0, true)
    and coalesce(maximum_quantity > 0 and maximum_quantity >= minimum_quantity, true) and safety_stock >= 0
    and coalesce(service_level > 0 and service_level < 1, true) and scrap >= 0 and scrap < 1),
  constraint planning_item_time_check check (coalesce(lead_time >= 0, true) and safety_lead_time >= 0 and demand_fence_days >= 0
    and planning_fence_days >= 0 and low_level_code >= 0 and lead_time_unit in ('WORKING_DAY', 'WEEK') and lead_time_kind in ('HARD', 'SOFT'))
);
create index planning_item_site on planning_item (site_id, low_level_code, item_id);
call app_guard('planning_item');

-- Who of several suppliers gets which part of what is bought, and the most he can deliver in a week.
create table planning_source (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  supplier_id uuid not null references identity_organisation (id),
  quota_share numeric(9, 6) not null default 1,
  weekly_capacity numeric(18, 6),
  constraint planning_source_unique unique (item_id, site_id, supplier_id),
  constraint planning_source_check check (quota_share > 0 and quota_share <= 1 and coalesce(weekly_capacity >= 0, true))
);
call app_guard('planning_source');

-- What one lot of an item is made of. Several bills of one item: that of the lowest alternate which is valid on the day.
create table planning_bill (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  -- None: at every site.
  site_id uuid references catalog_site (id),
  revision text not null default '1',
  alternate integer not null default 1,
  -- The components make this many: quantity / base_quantity of a component goes into one, exactly.
  base_quantity numeric(18, 6) not null default 1,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint planning_bill_unique unique nulls not distinct (item_id, site_id, revision, alternate),
  constraint planning_bill_check check (alternate > 0 and base_quantity > 0 and valid_from <= valid_to)
);
call app_guard('planning_bill');

create table planning_bill_component (
  id uuid primary key,
  bill_id uuid not null references planning_bill (id) on delete cascade,
  position integer not null,
  item_id uuid not null references catalog_item (id),
  quantity numeric(18, 6) not null,
  -- quantity / (1 - scrap) is issued, rounded up to whole stock units where those are counted.
  scrap numeric(9, 6) not null default 0,
  -- Not stocked: what it is made of takes its place.
  is_phantom boolean not null default false,
  operation_no integer,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  constraint planning_bill_component_unique unique (bill_id, position),
  constraint planning_bill_component_check check (quantity > 0 and scrap >= 0 and scrap < 1 and valid_from <= valid_to)
);
create index planning_bill_component_item on planning_bill_component (item_id);
-- Phantoms are few, and whoever looks for the users of an item asks each user whether it is one.
create index planning_bill_component_phantom on planning_bill_component (item_id) where is_phantom;
call app_guard('planning_bill_component');

create table planning_work_centre (
  id uuid primary key,
  code text not null,
  name text not null,
  site_id uuid not null references catalog_site (id),
  -- None: the site's.
  calendar_id uuid references catalog_calendar (id),
  -- Hours of work it can do on a working day, over all its machines or people.
  hours_per_day numeric(18, 6) not null default 8,
  -- Hours of standard work done in an hour that is worked.
  efficiency numeric(9, 6) not null default 1,
  cost_per_hour numeric(19, 4) not null default 0,
  is_active boolean not null default true,
  version integer not null default 1,
  constraint planning_work_centre_code_unique unique (site_id, code),
  constraint planning_work_centre_check check (hours_per_day >= 0 and efficiency > 0 and cost_per_hour >= 0)
);
call app_guard('planning_work_centre');

create table planning_routing (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid references catalog_site (id),
  revision text not null default '1',
  alternate integer not null default 1,
  valid_from date not null default '-infinity',
  valid_to date not null default 'infinity',
  version integer not null default 1,
  constraint planning_routing_unique unique nulls not distinct (item_id, site_id, revision, alternate),
  constraint planning_routing_check check (alternate > 0 and valid_from <= valid_to)
);
call app_guard('planning_routing');

create table planning_operation (
  id uuid primary key,
  routing_id uuid not null references planning_routing (id) on delete cascade,
  operation_no integer not null,
  work_centre_id uuid not null references planning_work_centre (id),
  name text not null default '',
  -- Per order, and per stock unit made.
  setup_hours numeric(18, 6) not null default 0,
  run_hours numeric(18, 6) not null default 0,
  constraint planning_operation_unique unique (routing_id, operation_no),
  constraint planning_operation_check check (operation_no > 0 and setup_hours >= 0 and run_hours >= 0)
);
create index planning_operation_work_centre on planning_operation (work_centre_id);
call app_guard('planning_operation');
