-- What is sent to customers. Stock leaves once, when a shipment is dispatched. Quantities are in the stock unit.

create sequence sales_shipment_number;
create table sales_shipment (
  id uuid primary key,
  number text not null default app_document_number('DN', nextval('sales_shipment_number')),
  customer_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  state text not null default 'PLANNED',
  ship_to text not null default '',
  carrier text not null default '',
  tracking text not null default '',
  planned_on date not null,
  expected_on date,
  -- In how many parcels the goods are packed: each has a label.
  parcels integer not null default 1,
  note text not null default '',
  exception_reason text not null default '',
  -- Proof of delivery: who took it, and the paper that says so.
  received_by text not null default '',
  proof_note text not null default '',
  -- A picture or a PDF of it, in the folder of files.
  proof_file_id uuid,
  proof_file_name text not null default '',
  version integer not null default 1,
  external_number text,
  created_at timestamptz not null default now(),
  packed_at timestamptz,
  dispatched_at timestamptz,
  delivered_at timestamptz,
  constraint sales_shipment_number_unique unique (number),
  constraint sales_shipment_external_number_unique unique (external_number),
  constraint sales_shipment_state_check check (state in ('PLANNED', 'PACKED', 'DISPATCHED', 'IN_TRANSIT', 'DELIVERED', 'EXCEPTION', 'RETURNED', 'CANCELLED')),
  constraint sales_shipment_parcels_check check (parcels between 1 and 999),
  constraint sales_shipment_dispatched_check check (state in ('PLANNED', 'PACKED', 'CANCELLED') or dispatched_at is not null),
  constraint sales_shipment_cancelled_check check (state <> 'CANCELLED' or dispatched_at is null),
  constraint sales_shipment_proof_file_check check ((proof_file_id is null) = (proof_file_name = '')),
  constraint sales_shipment_proof_check check (state <> 'DELIVERED' or (delivered_at is not null and received_by <> ''))
);
create index sales_shipment_customer on sales_shipment (customer_id, created_at desc, id desc);
create index sales_shipment_created on sales_shipment (created_at desc, id desc);
create index sales_shipment_state on sales_shipment (state, planned_on, id);
call app_guard('sales_shipment', 'customer_id = (select app_org())', 'false');

create table sales_shipment_line (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  shipment_id uuid not null references sales_shipment (id),
  line_no integer not null,
  order_id uuid not null references sales_order (id),
  order_line_id uuid not null references sales_order_line (id),
  item_id uuid not null references catalog_item (id),
  quantity numeric(18, 6) not null,
  invoiced_quantity numeric(18, 6) not null default 0,
  constraint sales_shipment_line_unique unique (shipment_id, line_no),
  constraint sales_shipment_line_quantity_check check (quantity > 0 and invoiced_quantity >= 0 and invoiced_quantity <= quantity)
);
create index sales_shipment_line_customer on sales_shipment_line (customer_id, shipment_id);
create index sales_shipment_line_order on sales_shipment_line (order_id);
create index sales_shipment_line_order_line on sales_shipment_line (order_line_id);
call app_guard('sales_shipment_line', 'customer_id = (select app_org())', 'false');

-- What happened to a shipment, for the customer to follow; only ever added.
create table sales_shipment_event (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  shipment_id uuid not null references sales_shipment (id),
  kind text not null,
  happened_at timestamptz not null,
  place text not null default '',
  note text not null default '',
  recorded_at timestamptz not null default now(),
  recorded_by_person_id uuid,
  constraint sales_shipment_event_kind_check check (kind in ('PLANNED', 'PACKED', 'DISPATCHED', 'IN_TRANSIT', 'DELIVERED', 'EXCEPTION', 'RETURNED', 'CANCELLED', 'NOTE'))
);
create index sales_shipment_event_shipment on sales_shipment_event (shipment_id, happened_at);
create index sales_shipment_event_customer on sales_shipment_event (customer_id, shipment_id);
call app_guard('sales_shipment_event', 'customer_id = (select app_org())', 'false');
revoke update, delete, truncate on sales_shipment_event from corridor_api;
