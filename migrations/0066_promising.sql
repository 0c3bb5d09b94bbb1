-- Which supply every open order line waits for, what can still be promised, and what customers are told when a promise
-- changes. All of it is derived from supply (inventory, purchasing, planning) and demand (sales) and can be rebuilt.
--
-- Quantities are in the item's stock unit. A customer's tables begin with the customer; none of them names a supplier.

-- How each open line stands against its promise, as last pegged.
create table promising_line (
  id uuid primary key references sales_order_line (id) on delete cascade,
  customer_id uuid not null references identity_organisation (id),
  order_id uuid not null references sales_order (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  promised_on date,
  wanted numeric(18, 6) not null,
  -- Of that, set aside in stock for this very line.
  allocated numeric(18, 6) not null default 0,
  -- Pegged to supply that comes after the promised day; pegged to nothing.
  late numeric(18, 6) not null default 0,
  unpegged numeric(18, 6) not null default 0,
  -- The day of the last peg; null when all is here, or nothing is pegged.
  expected_on date,
  -- How it stood when the customer last knew: what a notice is measured against.
  told_late numeric(18, 6) not null default 0,
  told_unpegged numeric(18, 6) not null default 0,
  told_expected_on date,
  pegged_at timestamptz not null,
  constraint promising_line_amounts_check check (wanted > 0 and late >= 0 and unpegged >= 0 and late + unpegged <= wanted)
) with (fillfactor = 80);
create index promising_line_key on promising_line (item_id, site_id);
create index promising_line_customer on promising_line (customer_id, promised_on, id);
create index promising_line_at_risk on promising_line ((coalesce(promised_on, 'infinity'::date)), id) where late > 0 or unpegged > 0;
create index promising_line_order on promising_line (order_id);
call app_guard('promising_line', 'customer_id = (select app_org())', 'false');

-- An amount of one supply set against one line. Stock is named by its site, a notice by itself, an order by its
-- schedule line, production by its order: of several modules, so no foreign key.
create table promising_peg (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  line_id uuid not null references promising_line (id) on delete cascade,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  source_kind text not null,
  source_id uuid not null,
  quantity numeric(18, 6) not null,
  -- Null for what is here.
  expected_on date,
  constraint promising_peg_unique unique (line_id, source_kind, source_id),
  constraint promising_peg_kind_check check (source_kind in ('STOCK', 'ORDER', 'NOTICE', 'PRODUCTION')),
  constraint promising_peg_quantity_check check (quantity > 0),
  constraint promising_peg_stock_is_here check ((source_kind = 'STOCK') = (expected_on is null))
);
create index promising_peg_source on promising_peg (source_id, source_kind);
create index promising_peg_customer on promising_peg (customer_id, line_id);
create index promising_peg_key on promising_peg (item_id, site_id);
call app_guard('promising_peg', 'customer_id = (select app_org())', 'false');

-- What can still be promised of an item at a site: [{ "on": "2026-10-10", "quantity": "20" }], cumulative; null: now.
create table promising_availability (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  available_now numeric(18, 6) not null default 0,
  -- The day on which more becomes free, and all that is free by the last one.
  next_on date,
  available_later numeric(18, 6) not null default 0,
  steps jsonb not null default '[]',
  as_of timestamptz not null,
  constraint promising_availability_unique unique (item_id, site_id),
  constraint promising_availability_check check (available_now >= 0 and available_later >= available_now)
);
-- How much of it a customer is shown is said by its sharing policy (catalog_availability()).
call app_guard('promising_availability', $$ (select app_audience()) = 'CUSTOMER' $$, 'false');

-- That a promise changed: one per line and change, further slips coalesced while it is open.
create table promising_promise_notice (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  order_id uuid not null references sales_order (id),
  line_id uuid not null references sales_order_line (id) on delete cascade,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  state text not null default 'OPEN',
  cause text not null,
  promised_on date,
  wanted numeric(18, 6) not null,
  -- Late and unpegged together, when the customer last knew.
  late_before numeric(18, 6) not null,
  late numeric(18, 6) not null,
  newly_late numeric(18, 6) not null,
  unpegged numeric(18, 6) not null,
  expected_before date,
  expected_on date,
  -- How often it changed while it was open.
  revision integer not null default 1,
  answer text,
  substitute_item_id uuid references catalog_item (id),
  answered_at timestamptz,
  answered_by_person_id uuid references identity_person (id),
  -- What follows from the answer has been done.
  is_carried_out boolean not null default false,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  version integer not null default 1,
  constraint promising_promise_notice_state_check check (state in ('OPEN', 'ANSWERED', 'ENDED')),
  constraint promising_promise_notice_cause_check check (cause in ('SUPPLY_DELAYED', 'SUPPLY_SHORT', 'STOCK_CHANGED', 'PRODUCTION_CHANGED', 'DEMAND_CHANGED')),
  constraint promising_promise_notice_answer_check check (answer is null or answer in ('WAIT', 'SPLIT', 'SUBSTITUTE', 'CANCEL')),
  constraint promising_promise_notice_answered check ((state = 'ANSWERED') = (answer is not null and answered_at is not null)),
  constraint promising_promise_notice_ended check ((state = 'OPEN') = (ended_at is null)),
  constraint promising_promise_notice_amounts_check check (late_before >= 0 and late >= 0 and newly_late >= 0 and unpegged >= 0)
);
create unique index promising_promise_notice_one_open on promising_promise_notice (line_id) where state = 'OPEN';
create index promising_promise_notice_line on promising_promise_notice (line_id, opened_at desc);
create index promising_promise_notice_customer on promising_promise_notice (customer_id, opened_at desc, id desc);
create index promising_promise_notice_opened on promising_promise_notice (opened_at desc, id desc);
create index promising_promise_notice_open on promising_promise_notice (customer_id, opened_at desc, id desc) where state = 'OPEN';
call app_guard('promising_promise_notice', 'customer_id = (select app_org())');
