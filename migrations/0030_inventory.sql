-- The ledger of stock: every change is a move between two locations, so nothing appears or vanishes.

-- Whose stock a supplier may look at: his items, at that site, of that owner. Agreements open and close it.
create table inventory_stock_share (
  supplier_id uuid not null references identity_organisation (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  owner_id uuid not null references identity_organisation (id),
  primary key (supplier_id, item_id, site_id, owner_id)
);
call app_guard('inventory_stock_share', 'supplier_id = (select app_org())', 'false');

create table inventory_stock_move (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  from_location_id uuid not null references catalog_location (id),
  to_location_id uuid not null references catalog_location (id),
  -- Ownership and status before and after: equal unless the move changes them.
  from_owner_id uuid not null references identity_organisation (id),
  to_owner_id uuid not null references identity_organisation (id),
  from_status text not null,
  to_status text not null,
  lot text not null default '',
  quantity numeric(18, 6) not null,
  reason text not null,
  note text not null default '',
  document_type text,
  document_id uuid,
  -- When it happened and when it was written down; a late entry differs.
  moved_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  recorded_by_person_id uuid,
  reverses_move_id uuid references inventory_stock_move (id),
  constraint inventory_stock_move_quantity_check check (quantity > 0),
  constraint inventory_stock_move_status_check check (from_status in ('UNRESTRICTED', 'QUALITY', 'BLOCKED') and to_status in ('UNRESTRICTED', 'QUALITY', 'BLOCKED')),
  constraint inventory_stock_move_reason_check check (reason in ('OPENING', 'RECEIPT', 'ISSUE', 'TRANSFER', 'ADJUSTMENT', 'COUNT', 'SCRAP', 'RETURN', 'PRODUCTION', 'CONSUMPTION', 'OWNERSHIP', 'STATUS', 'REVERSAL')),
  constraint inventory_stock_move_goes_somewhere check (from_location_id <> to_location_id or from_owner_id <> to_owner_id or from_status <> to_status),
  constraint inventory_stock_move_reversed_once unique (reverses_move_id)
);
create index inventory_stock_move_item on inventory_stock_move (item_id, recorded_at desc, id desc);
create index inventory_stock_move_recorded on inventory_stock_move (recorded_at desc, id desc);
create index inventory_stock_move_document on inventory_stock_move (document_type, document_id);
call app_guard('inventory_stock_move');
revoke update, delete, truncate on inventory_stock_move from corridor_api;

-- What is physically at one location: a running total of the ledger, changed only together with it.
create table inventory_stock_balance (
  id uuid primary key,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  location_id uuid not null references catalog_location (id),
  owner_id uuid not null references identity_organisation (id),
  status text not null,
  lot text not null default '',
  on_hand numeric(18, 6) not null,
  reserved numeric(18, 6) not null default 0,
  -- When the oldest unit now here came in, for ageing.
  aged_since timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint inventory_stock_balance_unique unique (item_id, location_id, owner_id, status, lot),
  constraint inventory_stock_balance_not_negative check (on_hand >= 0),
  constraint inventory_stock_balance_reserved_check check (reserved >= 0 and reserved <= on_hand)
);
create index inventory_stock_balance_site on inventory_stock_balance (item_id, site_id);
create index inventory_stock_balance_owner on inventory_stock_balance (owner_id, item_id);
call app_guard('inventory_stock_balance',
  $$ owner_id = (select app_org()) or exists (select from inventory_stock_share s where s.supplier_id = (select app_org())
       and s.item_id = inventory_stock_balance.item_id and s.site_id = inventory_stock_balance.site_id and s.owner_id = inventory_stock_balance.owner_id) $$, 'false');

create table inventory_reservation (
  id uuid primary key,
  balance_id uuid not null references inventory_stock_balance (id),
  quantity numeric(18, 6) not null,
  document_type text not null,
  document_id uuid not null,
  state text not null default 'OPEN',
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  constraint inventory_reservation_quantity_check check (quantity > 0),
  constraint inventory_reservation_state_check check (state in ('OPEN', 'FULFILLED', 'RELEASED'))
);
create index inventory_reservation_document on inventory_reservation (document_type, document_id);
create index inventory_reservation_balance on inventory_reservation (balance_id) where state = 'OPEN';
call app_guard('inventory_reservation');

create table inventory_count (
  id uuid primary key,
  number text not null,
  site_id uuid not null references catalog_site (id),
  state text not null default 'OPEN',
  note text not null default '',
  opened_at timestamptz not null default now(),
  posted_at timestamptz,
  version integer not null default 1,
  constraint inventory_count_number_unique unique (number),
  constraint inventory_count_state_check check (state in ('OPEN', 'POSTED', 'CANCELLED'))
);
call app_guard('inventory_count');

create table inventory_count_line (
  id uuid primary key,
  count_id uuid not null references inventory_count (id),
  item_id uuid not null references catalog_item (id),
  location_id uuid not null references catalog_location (id),
  owner_id uuid not null references identity_organisation (id),
  status text not null default 'UNRESTRICTED',
  lot text not null default '',
  -- What the ledger said when it was counted; a move in between is not a difference.
  expected numeric(18, 6) not null,
  counted numeric(18, 6),
  move_id uuid references inventory_stock_move (id),
  constraint inventory_count_line_unique unique (count_id, item_id, location_id, owner_id, status, lot),
  constraint inventory_count_line_counted_check check (counted is null or counted >= 0)
);
call app_guard('inventory_count_line');
create sequence inventory_count_number;

-- Consumption per item, site and day (issues to production and customers), kept with the ledger: average usage.
create table inventory_daily_usage (
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  day date not null,
  quantity numeric(18, 6) not null,
  primary key (item_id, site_id, day)
);
call app_guard('inventory_daily_usage',
  $$ exists (select from inventory_stock_share s where s.supplier_id = (select app_org())
       and s.item_id = inventory_daily_usage.item_id and s.site_id = inventory_daily_usage.site_id) $$, 'false');
