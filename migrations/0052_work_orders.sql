-- What is being made.
--
-- Production supply, for planning and for promising (a contract; nobody needs a view for it):
--   coming  planning_work_order w where w.state in ('RELEASED', 'STARTED'): w.open_quantity of w.item_id at w.site_id on w.due_on
--   needed  planning_work_order_component c join planning_work_order w on w.id = c.work_order_id
--           where w.state in ('RELEASED', 'STARTED'): c.open_quantity of c.item_id at w.site_id on w.start_on
-- Work orders that are still PLANNED do not count: the plan itself says what will be released.

create sequence planning_work_order_number;
create table planning_work_order (
  id uuid primary key,
  number text not null default app_document_number('WO', nextval('planning_work_order_number')),
  external_number text,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  bill_id uuid references planning_bill (id) on delete set null,
  routing_id uuid references planning_routing (id) on delete set null,
  -- The planned order it was made from.
  planned_order_id uuid,
  state text not null default 'PLANNED',
  quantity numeric(18, 6) not null,
  received_quantity numeric(18, 6) not null default 0,
  scrapped_quantity numeric(18, 6) not null default 0,
  open_quantity numeric(18, 6) not null generated always as (case when state in ('RELEASED', 'STARTED')
    then greatest(0, quantity - received_quantity - scrapped_quantity) else 0 end) stored,
  -- Unknown only of orders that ended elsewhere.
  start_on date,
  due_on date,
  scrap_reason text not null default '',
  note text not null default '',
  created_at timestamptz not null default now(),
  released_at timestamptz,
  completed_at timestamptz,
  version integer not null default 1,
  constraint planning_work_order_number_unique unique (number),
  constraint planning_work_order_external_number_unique unique (external_number),
  constraint planning_work_order_state_check check (state in ('PLANNED', 'RELEASED', 'STARTED', 'COMPLETED', 'CANCELLED')),
  constraint planning_work_order_quantity_check check (quantity > 0 and received_quantity >= 0 and scrapped_quantity >= 0),
  constraint planning_work_order_day_check check (state in ('COMPLETED', 'CANCELLED') or coalesce(start_on <= due_on, false))
);
create index planning_work_order_open on planning_work_order (item_id, site_id, due_on) where state in ('RELEASED', 'STARTED');
create index planning_work_order_due on planning_work_order ((coalesce(due_on, '-infinity')) desc, id desc);
create index planning_work_order_item on planning_work_order (item_id, (coalesce(due_on, '-infinity')) desc, id desc);
create index planning_work_order_state on planning_work_order (state, (coalesce(due_on, '-infinity')) desc, id desc);
call app_guard('planning_work_order');

create table planning_work_order_component (
  id uuid primary key,
  work_order_id uuid not null references planning_work_order (id) on delete cascade,
  position integer not null,
  item_id uuid not null references catalog_item (id),
  required_quantity numeric(18, 6) not null,
  issued_quantity numeric(18, 6) not null default 0,
  -- Of its work order: what an ended order did not take is not needed any more.
  is_open boolean not null default true,
  open_quantity numeric(18, 6) not null generated always as (case when is_open then greatest(0, required_quantity - issued_quantity) else 0 end) stored,
  constraint planning_work_order_component_unique unique (work_order_id, position),
  constraint planning_work_order_component_check check (required_quantity >= 0 and issued_quantity >= 0)
);
create index planning_work_order_component_item on planning_work_order_component (item_id) where is_open;
call app_guard('planning_work_order_component');

-- What was issued to a work order, received from it and scrapped in it. Append-only.
create table planning_work_order_report (
  id uuid primary key,
  work_order_id uuid not null references planning_work_order (id) on delete cascade,
  kind text not null,
  item_id uuid not null references catalog_item (id),
  quantity numeric(18, 6) not null,
  reason text not null default '',
  move_id uuid references inventory_stock_move (id),
  reported_at timestamptz not null,
  reported_by_person_id uuid references identity_person (id),
  constraint planning_work_order_report_kind_check check (kind in ('ISSUE', 'RECEIPT', 'SCRAP')),
  constraint planning_work_order_report_check check (quantity > 0 and (kind <> 'SCRAP' or reason <> ''))
);
create index planning_work_order_report_order on planning_work_order_report (work_order_id, reported_at desc);
call app_guard('planning_work_order_report');
revoke update, delete, truncate on planning_work_order_report from corridor_api;
