-- What customers send back, what it turned out to be, and how it was settled. Quantities are in the stock unit.

create sequence sales_return_number;
create table sales_return (
  id uuid primary key,
  number text not null default app_document_number('CR', nextval('sales_return_number')),
  customer_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  state text not null default 'REQUESTED',
  -- What the customer would like, and what it was settled with.
  wanted_resolution text not null,
  resolution text,
  reason text not null,
  answer text not null default '',
  carrier text not null default '',
  tracking text not null default '',
  version integer not null default 1,
  -- The order that brings the replacement.
  replacement_order_id uuid references sales_order (id),
  requested_at timestamptz not null default now(),
  requested_by_person_id uuid references identity_person (id),
  approved_at timestamptz,
  received_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  constraint sales_return_number_unique unique (number),
  constraint sales_return_state_check check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'IN_TRANSIT', 'RECEIVED', 'INSPECTED', 'RESOLVED', 'CLOSED')),
  constraint sales_return_resolution_check check (wanted_resolution in ('REFUND', 'REPLACE', 'REPAIR', 'CREDIT') and (resolution is null or resolution in ('REFUND', 'REPLACE', 'REPAIR', 'CREDIT'))),
  constraint sales_return_resolved_check check (state not in ('RESOLVED', 'CLOSED') or resolution is not null)
);
create index sales_return_customer on sales_return (customer_id, requested_at desc, id desc);
create index sales_return_requested on sales_return (requested_at desc, id desc);
create index sales_return_state on sales_return (state, requested_at desc, id desc);
call app_guard('sales_return', 'customer_id = (select app_org())');

create table sales_return_line (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  return_id uuid not null references sales_return (id),
  line_no integer not null,
  order_id uuid not null references sales_order (id),
  order_line_id uuid not null references sales_order_line (id),
  item_id uuid not null references catalog_item (id),
  quantity numeric(18, 6) not null,
  received_quantity numeric(18, 6) not null default 0,
  reason text not null default '',
  lot text not null default '',
  outcome text,
  inspection_note text not null default '',
  -- The claim against the supplier, of a module beside this one.
  claim_type text,
  claim_id uuid,
  constraint sales_return_line_unique unique (return_id, line_no),
  constraint sales_return_line_quantity_check check (quantity > 0 and received_quantity >= 0 and received_quantity <= quantity),
  constraint sales_return_line_outcome_check check (outcome is null or outcome in ('RESTOCK', 'SCRAP', 'RETURN_TO_SUPPLIER')),
  constraint sales_return_line_claim_check check ((claim_type is null) = (claim_id is null))
);
create index sales_return_line_customer on sales_return_line (customer_id, return_id);
create index sales_return_line_order_line on sales_return_line (order_line_id);
call app_guard('sales_return_line', 'customer_id = (select app_org())');
