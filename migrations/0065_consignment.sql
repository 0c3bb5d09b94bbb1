-- Stock that lies with us and belongs to its supplier: what was taken from it, and the statements it is paid by.

-- One taking of consigned stock, at the price agreed on its day. Append-only: a mistake is a counter-entry.
create table vmi_withdrawal (
  id uuid primary key,
  supplier_id uuid not null references identity_organisation (id),
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  kind text not null,
  -- In the item's stock unit; negative for a counter-entry.
  quantity numeric(18, 6) not null,
  -- Per stock unit.
  unit_price numeric(19, 6) not null,
  currency char(3) not null,
  amount numeric(19, 4) not null,
  -- The day it was taken; it may be written down later, and is then settled by the statement that is open.
  occurred_on date not null,
  recorded_at timestamptz not null default now(),
  recorded_by_person_id uuid,
  move_id uuid not null references inventory_stock_move (id),
  reverses_id uuid references vmi_withdrawal (id),
  note text not null default '',
  constraint vmi_withdrawal_kind_check check (kind in ('CONSUMED', 'AGED_OUT', 'TRANSFERRED', 'REVERSED')),
  constraint vmi_withdrawal_sign_check check (case kind when 'REVERSED' then quantity < 0 and reverses_id is not null else quantity > 0 and reverses_id is null end),
  constraint vmi_withdrawal_move_unique unique (move_id),
  constraint vmi_withdrawal_reversed_once unique (reverses_id)
);
create index vmi_withdrawal_supplier on vmi_withdrawal (supplier_id, occurred_on desc, id desc);
call app_guard('vmi_withdrawal', 'supplier_id = (select app_org())', 'false');
revoke update, delete, truncate on vmi_withdrawal from corridor_api;

-- What we owe a supplier for what was taken: told to him, billed by us in his name, agreed or disputed, paid.
create table vmi_statement (
  id uuid primary key,
  number text not null,
  supplier_id uuid not null references identity_organisation (id),
  state text not null default 'STATEMENT',
  currency char(3) not null,
  period_from date not null,
  period_to date not null,
  total numeric(19, 4) not null,
  -- Gapless, given when the self-billing document is issued.
  bill_number text,
  billed_on date,
  dispute_reason text not null default '',
  created_at timestamptz not null default now(),
  answered_at timestamptz,
  paid_on date,
  version integer not null default 1,
  constraint vmi_statement_number_unique unique (number),
  constraint vmi_statement_bill_number_unique unique (bill_number),
  constraint vmi_statement_state_check check (state in ('STATEMENT', 'SELF_BILLED', 'AGREED', 'DISPUTED', 'PAID')),
  constraint vmi_statement_period_check check (period_from <= period_to),
  constraint vmi_statement_bill_check check (state = 'STATEMENT' or bill_number is not null)
);
create index vmi_statement_supplier on vmi_statement (supplier_id, created_at desc, id desc);
call app_guard('vmi_statement', 'supplier_id = (select app_org())');

-- Which withdrawal is on which statement: never taken off again, so a settled statement never changes.
create table vmi_statement_line (
  id uuid primary key,
  statement_id uuid not null references vmi_statement (id),
  supplier_id uuid not null references identity_organisation (id),
  withdrawal_id uuid not null references vmi_withdrawal (id),
  constraint vmi_statement_line_settled_once unique (withdrawal_id)
);
create index vmi_statement_line_statement on vmi_statement_line (statement_id);
call app_guard('vmi_statement_line', 'supplier_id = (select app_org())', 'false');
revoke update, delete, truncate on vmi_statement_line from corridor_api;
