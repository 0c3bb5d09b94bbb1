-- What we order from suppliers, what they answer and announce, what came, and what goes back.
--
-- Quantities are in the ORDER unit of their order line unless the name ends in `_stock`: one order unit is
-- numerator / denominator of the item's stock unit, frozen when the line was made.
--
-- Open inbound, for planning and replenishment (a contract; nobody needs a view for it):
--   expected   purchasing_schedule_line s where s.is_issued and s.state = 'OPEN':
--              greatest(0, s.open_quantity - s.in_transit_quantity) * s.numerator / s.denominator
--              on coalesce(s.confirmed_on, s.requested_on), of s.item_id at s.site_id from s.supplier_id
--   in transit purchasing_notice_line n join purchasing_notice a on a.id = n.notice_id
--              where a.state in ('SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING'):
--              greatest(0, n.quantity - n.received_quantity) * n.numerator / n.denominator on a.expected_on

create sequence purchasing_order_number;
create table purchasing_order (
  id uuid primary key,
  number text not null default app_document_number('PO', nextval('purchasing_order_number')),
  supplier_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  kind text not null default 'STANDARD',
  -- The agreement that raised it; of an upper module, so no foreign key.
  agreement_id uuid,
  state text not null default 'DRAFT',
  answer_state text not null default 'AWAITING',
  -- What an answer names. A change is a new version.
  version integer not null default 1,
  currency char(3) not null,
  is_consignment boolean not null default false,
  ordered_on date not null,
  buyer_person_id uuid references identity_person (id),
  note text not null default '',
  subtotal numeric(19, 4) not null default 0,
  tax numeric(19, 4) not null default 0,
  freight numeric(19, 4) not null default 0,
  total numeric(19, 4) not null generated always as (subtotal + tax + freight) stored,
  -- The number under which another system knows it.
  external_number text,
  created_at timestamptz not null default now(),
  issued_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  constraint purchasing_order_number_unique unique (number),
  constraint purchasing_order_external_number_unique unique (supplier_id, external_number),
  constraint purchasing_order_kind_check check (kind in ('STANDARD', 'REPLENISHMENT', 'STANDING')),
  constraint purchasing_order_state_check check (state in ('DRAFT', 'ISSUED', 'CONFIRMED', 'CLOSED', 'CANCELLED', 'REJECTED')),
  constraint purchasing_order_answer_state_check check (answer_state in ('AWAITING', 'ACCEPTED', 'CHANGES_PROPOSED', 'REJECTED')),
  constraint purchasing_order_amounts_not_negative check (subtotal >= 0 and tax >= 0 and freight >= 0 and version > 0)
);
create index purchasing_order_supplier on purchasing_order (supplier_id, state, ordered_on desc, id desc);
create index purchasing_order_ordered on purchasing_order (ordered_on desc, id desc);
create index purchasing_order_agreement on purchasing_order (agreement_id) where agreement_id is not null;
-- A draft is the buyer's own paper, also when it is thrown away.
call app_guard('purchasing_order', 'supplier_id = (select app_org()) and issued_at is not null');

create table purchasing_order_line (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  order_id uuid not null references purchasing_order (id),
  line_no integer not null,
  item_id uuid not null references catalog_item (id),
  description text not null default '',
  unit_code text not null references catalog_unit (code),
  numerator bigint not null,
  denominator bigint not null default 1,
  unit_price numeric(19, 4) not null default 0,
  currency char(3) not null,
  is_consignment boolean not null default false,
  -- Fractions of the ordered quantity: 0.05 is five per cent.
  over_tolerance numeric(9, 6) not null default 0,
  under_tolerance numeric(9, 6) not null default 0,
  -- A promised day this close to the requested one needs no review.
  date_tolerance_days integer not null default 0,
  is_issued boolean not null default false,
  constraint purchasing_order_line_unique unique (order_id, line_no),
  constraint purchasing_order_line_ratio_check check (numerator > 0 and denominator > 0),
  constraint purchasing_order_line_price_check check (unit_price >= 0),
  constraint purchasing_order_line_tolerance_check check (over_tolerance >= 0 and under_tolerance >= 0 and under_tolerance <= 1 and date_tolerance_days >= 0)
);
create index purchasing_order_line_supplier on purchasing_order_line (supplier_id, item_id);
create index purchasing_order_line_item on purchasing_order_line (item_id);
call app_guard('purchasing_order_line', 'supplier_id = (select app_org()) and is_issued');

create table purchasing_schedule_line (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  order_id uuid not null references purchasing_order (id),
  order_line_id uuid not null references purchasing_order_line (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  schedule_no integer not null,
  -- As frozen on the order line.
  unit_code text not null references catalog_unit (code),
  numerator bigint not null,
  denominator bigint not null default 1,
  requested_on date not null,
  requested_quantity numeric(18, 6) not null,
  -- Written once: a later promise never erases lateness against the first.
  first_confirmed_on date,
  confirmed_on date,
  confirmed_quantity numeric(18, 6),
  -- Announced by ship notices, and of that what has not been received.
  shipped_quantity numeric(18, 6) not null default 0,
  in_transit_quantity numeric(18, 6) not null default 0,
  received_quantity numeric(18, 6) not null default 0,
  accepted_quantity numeric(18, 6) not null default 0,
  rejected_quantity numeric(18, 6) not null default 0,
  quarantine_quantity numeric(18, 6) not null default 0,
  state text not null default 'OPEN',
  open_quantity numeric(18, 6) not null generated always as (case when state = 'OPEN'
    then greatest(0, coalesce(confirmed_quantity, requested_quantity) - accepted_quantity - quarantine_quantity) else 0 end) stored,
  closed_reason text not null default '',
  is_issued boolean not null default false,
  constraint purchasing_schedule_line_unique unique (order_line_id, schedule_no),
  constraint purchasing_schedule_line_state_check check (state in ('OPEN', 'CLOSED', 'CANCELLED')),
  constraint purchasing_schedule_line_ratio_check check (numerator > 0 and denominator > 0),
  constraint purchasing_schedule_line_quantity_check check (requested_quantity >= 0 and (confirmed_quantity is null or confirmed_quantity >= 0)),
  constraint purchasing_schedule_line_not_negative check (shipped_quantity >= 0 and in_transit_quantity >= 0 and accepted_quantity >= 0 and rejected_quantity >= 0 and quarantine_quantity >= 0),
  constraint purchasing_schedule_line_received_is_judged check (received_quantity = accepted_quantity + rejected_quantity + quarantine_quantity),
  constraint purchasing_schedule_line_promise_is_kept check (confirmed_on is null or first_confirmed_on is not null),
  constraint purchasing_schedule_line_cancelled_is_not_shipped check (state <> 'CANCELLED' or in_transit_quantity = 0)
);
create index purchasing_schedule_line_order on purchasing_schedule_line (order_id);
create index purchasing_schedule_line_open on purchasing_schedule_line (supplier_id, item_id, site_id) where state = 'OPEN';
create index purchasing_schedule_line_item on purchasing_schedule_line (item_id, site_id) where state = 'OPEN';
create index purchasing_schedule_line_due on purchasing_schedule_line ((coalesce(confirmed_on, requested_on)), id) where state = 'OPEN';
create index purchasing_schedule_line_supplier_due on purchasing_schedule_line (supplier_id, (coalesce(confirmed_on, requested_on)), id) where state = 'OPEN';
call app_guard('purchasing_schedule_line', 'supplier_id = (select app_org()) and is_issued');

-- The first promise stands, and so does the day that was asked for, whoever writes.
create function purchasing_keep_first_dates() returns trigger language plpgsql as $$
begin
  new.first_confirmed_on := coalesce(old.first_confirmed_on, new.first_confirmed_on);
  if old.is_issued then new.requested_on := old.requested_on; end if;
  return new;
end $$;
create trigger purchasing_keep_first_dates before update of first_confirmed_on, requested_on on purchasing_schedule_line
  for each row execute function purchasing_keep_first_dates();

-- The order as it was sent at one time.
create table purchasing_order_version (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  order_id uuid not null references purchasing_order (id),
  version integer not null,
  reason text not null default '',
  snapshot jsonb not null,
  created_at timestamptz not null default now(),
  created_by_person_id uuid,
  constraint purchasing_order_version_unique unique (order_id, version)
);
create index purchasing_order_version_supplier on purchasing_order_version (supplier_id, order_id);
call app_guard('purchasing_order_version', 'supplier_id = (select app_org())');
revoke update, delete, truncate on purchasing_order_version from corridor_api;

create table purchasing_order_answer (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  order_id uuid not null references purchasing_order (id),
  version integer not null,
  decision text not null,
  state text not null,
  note text not null default '',
  review_note text not null default '',
  answered_at timestamptz not null default now(),
  answered_by_person_id uuid,
  reviewed_at timestamptz,
  constraint purchasing_order_answer_decision_check check (decision in ('ACCEPT', 'ACCEPT_WITH_CHANGES', 'REJECT')),
  constraint purchasing_order_answer_state_check check (state in ('APPLIED', 'PENDING_REVIEW', 'REFUSED', 'SUPERSEDED'))
);
create index purchasing_order_answer_order on purchasing_order_answer (order_id, answered_at desc);
create index purchasing_order_answer_supplier on purchasing_order_answer (supplier_id, answered_at desc);
-- One answer at a time waits for the buyer.
create unique index purchasing_order_answer_one_pending on purchasing_order_answer (order_id) where state = 'PENDING_REVIEW';
call app_guard('purchasing_order_answer', 'supplier_id = (select app_org())');

-- What is promised for one schedule line; several rows for one line are a split.
create table purchasing_order_answer_line (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  answer_id uuid not null references purchasing_order_answer (id),
  schedule_line_id uuid not null references purchasing_schedule_line (id),
  position integer not null default 1,
  decision text not null,
  promised_on date,
  quantity numeric(18, 6),
  note text not null default '',
  is_within_tolerance boolean not null default true,
  constraint purchasing_order_answer_line_unique unique (answer_id, schedule_line_id, position),
  constraint purchasing_order_answer_line_decision_check check (decision in ('ACCEPT', 'CHANGE', 'REJECT')),
  constraint purchasing_order_answer_line_promise_check check (decision = 'REJECT' or (promised_on is not null and quantity > 0))
);
create index purchasing_order_answer_line_supplier on purchasing_order_answer_line (supplier_id, answer_id);
call app_guard('purchasing_order_answer_line', 'supplier_id = (select app_org())');
revoke update, delete, truncate on purchasing_order_answer_line from corridor_api;

-- What the supplier says is coming (ASN).
create sequence purchasing_notice_number;
create sequence purchasing_sscc_serial;
create table purchasing_notice (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  -- The supplier's own number; ours when he gives none.
  number text not null default app_document_number('SN', nextval('purchasing_notice_number')),
  state text not null default 'DRAFT',
  shipped_on date,
  first_expected_on date,
  expected_on date not null,
  carrier text not null default '',
  tracking text not null default '',
  note text not null default '',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  arrived_at timestamptz,
  overdue_at timestamptz,
  constraint purchasing_notice_number_unique unique (supplier_id, number),
  constraint purchasing_notice_state_check check (state in ('DRAFT', 'SUBMITTED', 'IN_TRANSIT', 'ARRIVED', 'RECEIVING', 'RECEIVED', 'RECEIVED_WITH_DISCREPANCY', 'CANCELLED')),
  constraint purchasing_notice_in_transit_has_shipped check (state <> 'IN_TRANSIT' or shipped_on is not null)
);
create index purchasing_notice_supplier on purchasing_notice (supplier_id, state, expected_on);
create index purchasing_notice_expected on purchasing_notice (expected_on, id);
create index purchasing_notice_coming on purchasing_notice (expected_on) where state in ('SUBMITTED', 'IN_TRANSIT');
call app_guard('purchasing_notice', 'supplier_id = (select app_org())');

-- A pallet or carton with its SSCC.
create table purchasing_handling_unit (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  notice_id uuid not null references purchasing_notice (id),
  position integer not null,
  sscc text not null,
  constraint purchasing_handling_unit_sscc_unique unique (supplier_id, sscc),
  constraint purchasing_handling_unit_position_unique unique (notice_id, position),
  constraint purchasing_handling_unit_sscc_check check (sscc ~ '^[0-9]{18}$')
);
call app_guard('purchasing_handling_unit', 'supplier_id = (select app_org())');

create table purchasing_notice_line (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  notice_id uuid not null references purchasing_notice (id),
  line_no integer not null,
  schedule_line_id uuid not null references purchasing_schedule_line (id),
  order_line_id uuid not null references purchasing_order_line (id),
  item_id uuid not null references catalog_item (id),
  handling_unit_id uuid references purchasing_handling_unit (id),
  unit_code text not null,
  numerator bigint not null,
  denominator bigint not null,
  quantity numeric(18, 6) not null,
  received_quantity numeric(18, 6) not null default 0,
  lot text not null default '',
  constraint purchasing_notice_line_unique unique (notice_id, line_no),
  constraint purchasing_notice_line_quantity_check check (quantity > 0 and received_quantity >= 0 and numerator > 0 and denominator > 0)
);
create index purchasing_notice_line_supplier on purchasing_notice_line (supplier_id, notice_id);
create index purchasing_notice_line_schedule on purchasing_notice_line (schedule_line_id);
create index purchasing_notice_line_item on purchasing_notice_line (item_id);
call app_guard('purchasing_notice_line', 'supplier_id = (select app_org())');

-- Every change of the day a shipment is expected, with its reason.
create table purchasing_notice_change (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  notice_id uuid not null references purchasing_notice (id),
  from_expected_on date not null,
  to_expected_on date not null,
  reason text not null,
  changed_at timestamptz not null default now(),
  changed_by_person_id uuid
);
create index purchasing_notice_change_supplier on purchasing_notice_change (supplier_id, notice_id);
create index purchasing_notice_change_notice on purchasing_notice_change (notice_id, changed_at);
call app_guard('purchasing_notice_change', 'supplier_id = (select app_org())');
revoke update, delete, truncate on purchasing_notice_change from corridor_api;

-- What came, was counted and booked.
create sequence purchasing_receipt_number;
create table purchasing_receipt (
  id uuid primary key,
  number text not null default app_document_number('RC', nextval('purchasing_receipt_number')),
  supplier_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  notice_id uuid references purchasing_notice (id),
  -- What the paper on the goods said, known to us or not.
  delivery_reference text not null default '',
  state text not null default 'COUNTED',
  received_on date not null,
  received_at timestamptz not null default now(),
  received_by_person_id uuid,
  note text not null default '',
  version integer not null default 1,
  constraint purchasing_receipt_number_unique unique (number),
  constraint purchasing_receipt_state_check check (state in ('COUNTED', 'INSPECTING', 'PUT_AWAY'))
);
create index purchasing_receipt_supplier on purchasing_receipt (supplier_id, received_at desc, id desc);
create index purchasing_receipt_received on purchasing_receipt (received_at desc, id desc);
create index purchasing_receipt_notice on purchasing_receipt (notice_id);
call app_guard('purchasing_receipt', 'supplier_id = (select app_org())', 'false');

-- Quantities in the unit that was counted, which may be another than the ordered one; `_stock` in the stock unit.
create table purchasing_receipt_line (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  receipt_id uuid not null references purchasing_receipt (id),
  line_no integer not null,
  notice_line_id uuid references purchasing_notice_line (id),
  schedule_line_id uuid references purchasing_schedule_line (id),
  -- Null for goods that nobody here knows; `description` then says what they look like.
  item_id uuid references catalog_item (id),
  description text not null default '',
  unit_code text not null,
  numerator bigint not null default 1,
  denominator bigint not null default 1,
  received_quantity numeric(18, 6) not null,
  accepted_quantity numeric(18, 6) not null default 0,
  rejected_quantity numeric(18, 6) not null default 0,
  quarantine_quantity numeric(18, 6) not null default 0,
  accepted_stock numeric(18, 6) not null default 0,
  rejected_stock numeric(18, 6) not null default 0,
  quarantine_stock numeric(18, 6) not null default 0,
  returned_stock numeric(18, 6) not null default 0,
  -- Accepted, and found faulty later, when a customer sent it back: it may go back to the supplier too.
  claimed_stock numeric(18, 6) not null default 0,
  put_away_stock numeric(18, 6) not null default 0,
  reject_reason text not null default '',
  lot text not null default '',
  owner_id uuid not null references identity_organisation (id),
  unit_price numeric(19, 4) not null default 0,
  currency char(3) not null,
  constraint purchasing_receipt_line_unique unique (receipt_id, line_no),
  constraint purchasing_receipt_line_received_is_judged check (received_quantity = accepted_quantity + rejected_quantity + quarantine_quantity),
  constraint purchasing_receipt_line_not_negative check (received_quantity > 0 and accepted_quantity >= 0 and rejected_quantity >= 0 and quarantine_quantity >= 0),
  constraint purchasing_receipt_line_returned_check check (returned_stock >= 0 and returned_stock <= rejected_stock + claimed_stock and claimed_stock >= 0 and claimed_stock <= accepted_stock),
  constraint purchasing_receipt_line_put_away_check check (put_away_stock >= 0 and put_away_stock <= accepted_stock),
  constraint purchasing_receipt_line_reason_check check (rejected_quantity = 0 or reject_reason <> '')
);
create index purchasing_receipt_line_supplier on purchasing_receipt_line (supplier_id, receipt_id);
create index purchasing_receipt_line_schedule on purchasing_receipt_line (schedule_line_id);
create index purchasing_receipt_line_item on purchasing_receipt_line (item_id);
call app_guard('purchasing_receipt_line', 'supplier_id = (select app_org())', 'false');

-- What was decided about goods in quarantine, in the counted unit.
create table purchasing_inspection (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  receipt_line_id uuid not null references purchasing_receipt_line (id),
  accepted_quantity numeric(18, 6) not null,
  rejected_quantity numeric(18, 6) not null,
  reason text not null default '',
  inspected_at timestamptz not null default now(),
  inspected_by_person_id uuid,
  constraint purchasing_inspection_quantity_check check (accepted_quantity >= 0 and rejected_quantity >= 0 and accepted_quantity + rejected_quantity > 0)
);
create index purchasing_inspection_line on purchasing_inspection (receipt_line_id, inspected_at);
create index purchasing_inspection_supplier on purchasing_inspection (supplier_id, receipt_line_id);
call app_guard('purchasing_inspection', 'supplier_id = (select app_org())', 'false');
revoke update, delete, truncate on purchasing_inspection from corridor_api;

create table purchasing_discrepancy (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  receipt_id uuid not null references purchasing_receipt (id),
  receipt_line_id uuid references purchasing_receipt_line (id),
  notice_line_id uuid references purchasing_notice_line (id),
  item_id uuid references catalog_item (id),
  kind text not null,
  expected_quantity numeric(18, 6),
  actual_quantity numeric(18, 6) not null,
  unit_code text not null,
  detail text not null default '',
  state text not null default 'OPEN',
  resolution text,
  resolution_note text not null default '',
  opened_at timestamptz not null default now(),
  resolved_at timestamptz,
  version integer not null default 1,
  constraint purchasing_discrepancy_kind_check check (kind in ('SHORT', 'OVER', 'UNKNOWN_ITEM', 'DAMAGED', 'WRONG_LOT', 'CUSTOMER_RETURN')),
  constraint purchasing_discrepancy_state_check check (state in ('OPEN', 'RESOLVED')),
  constraint purchasing_discrepancy_resolution_check check (resolution is null or resolution in ('ACCEPTED', 'CREDITED', 'REPLACED', 'RETURNED', 'SCRAPPED')),
  constraint purchasing_discrepancy_resolved_how check ((state = 'RESOLVED') = (resolution is not null))
);
create index purchasing_discrepancy_supplier on purchasing_discrepancy (supplier_id, state, opened_at desc, id desc);
create index purchasing_discrepancy_opened on purchasing_discrepancy (opened_at desc, id desc);
create index purchasing_discrepancy_receipt on purchasing_discrepancy (receipt_id);
call app_guard('purchasing_discrepancy', 'supplier_id = (select app_org())', 'false');

-- Goods sent back, with the credit expected for them.
create sequence purchasing_supplier_return_number;
create table purchasing_supplier_return (
  id uuid primary key,
  number text not null default app_document_number('RT', nextval('purchasing_supplier_return_number')),
  supplier_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  reason text not null,
  expected_credit numeric(19, 4) not null default 0,
  currency char(3) not null,
  carrier text not null default '',
  tracking text not null default '',
  returned_on date not null,
  created_at timestamptz not null default now(),
  returned_by_person_id uuid,
  constraint purchasing_supplier_return_number_unique unique (number),
  constraint purchasing_supplier_return_credit_check check (expected_credit >= 0)
);
create index purchasing_supplier_return_supplier on purchasing_supplier_return (supplier_id, created_at desc, id desc);
create index purchasing_supplier_return_created on purchasing_supplier_return (created_at desc, id desc);
call app_guard('purchasing_supplier_return', 'supplier_id = (select app_org())', 'false');

create table purchasing_supplier_return_line (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  return_id uuid not null references purchasing_supplier_return (id),
  line_no integer not null,
  receipt_line_id uuid not null references purchasing_receipt_line (id),
  item_id uuid not null references catalog_item (id),
  -- In the stock unit of the item.
  quantity_stock numeric(18, 6) not null,
  lot text not null default '',
  expected_credit numeric(19, 4) not null default 0,
  currency char(3) not null,
  constraint purchasing_supplier_return_line_unique unique (return_id, line_no),
  constraint purchasing_supplier_return_line_quantity_check check (quantity_stock > 0 and expected_credit >= 0)
);
create index purchasing_supplier_return_line_supplier on purchasing_supplier_return_line (supplier_id, return_id);
create index purchasing_supplier_return_line_receipt on purchasing_supplier_return_line (receipt_line_id);
call app_guard('purchasing_supplier_return_line', 'supplier_id = (select app_org())', 'false');
revoke update, delete, truncate on purchasing_supplier_return, purchasing_supplier_return_line from corridor_api;
