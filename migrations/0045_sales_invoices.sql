-- What customers owe us and what they paid.
--
-- Receivable of a customer: sales_invoice where state in ('ISSUED', 'PARTLY_PAID') and kind = 'INVOICE':
-- open_amount = gross - paid - credited, in the currency of the invoice, due on due_on; overdue is derived from it.
-- A credit note lowers the invoice it names by `credited_amount`; what it cannot use up there is paid out or set off.

create table sales_invoice (
  id uuid primary key,
  -- Given at issue, without a gap; a draft has none.
  number text,
  kind text not null default 'INVOICE',
  customer_id uuid not null references identity_organisation (id),
  order_id uuid references sales_order (id),
  return_id uuid references sales_return (id),
  credits_invoice_id uuid references sales_invoice (id),
  state text not null default 'DRAFT',
  currency char(3) not null,
  -- One unit of `currency` in the company's currency, as the order froze it.
  exchange_rate numeric(18, 9) not null default 1,
  is_tax_inclusive boolean not null default false,
  tax_rounding text not null default 'LINE',
  issued_on date,
  due_on date,
  net numeric(19, 4) not null default 0,
  tax numeric(19, 4) not null default 0,
  gross numeric(19, 4) not null generated always as (net + tax) stored,
  paid_amount numeric(19, 4) not null default 0,
  credited_amount numeric(19, 4) not null default 0,
  open_amount numeric(19, 4) not null generated always as (net + tax - paid_amount - credited_amount) stored,
  reason text not null default '',
  version integer not null default 1,
  external_number text,
  created_at timestamptz not null default now(),
  issued_at timestamptz,
  constraint sales_invoice_number_unique unique (number),
  constraint sales_invoice_external_number_unique unique (external_number),
  constraint sales_invoice_kind_check check (kind in ('INVOICE', 'CREDIT_NOTE')),
  constraint sales_invoice_state_check check (state in ('DRAFT', 'ISSUED', 'PARTLY_PAID', 'PAID', 'CREDITED')),
  constraint sales_invoice_issued_check check ((state = 'DRAFT') = (number is null) and (state = 'DRAFT' or (issued_on is not null and due_on is not null))),
  constraint sales_invoice_credits_check check ((kind = 'CREDIT_NOTE') = (credits_invoice_id is not null)),
  constraint sales_invoice_amounts_check check (net >= 0 and tax >= 0 and paid_amount >= 0 and credited_amount >= 0 and paid_amount + credited_amount <= net + tax),
  constraint sales_invoice_rounding_check check (tax_rounding in ('LINE', 'GLOBAL'))
);
create index sales_invoice_customer on sales_invoice (customer_id, issued_on desc, id desc);
create index sales_invoice_created on sales_invoice (created_at desc, id desc);
create index sales_invoice_order on sales_invoice (order_id);
create index sales_invoice_credits on sales_invoice (credits_invoice_id) where credits_invoice_id is not null;
create index sales_invoice_due on sales_invoice (due_on, id) where state in ('ISSUED', 'PARTLY_PAID');
create index sales_invoice_customer_due on sales_invoice (customer_id, due_on, id) where state in ('ISSUED', 'PARTLY_PAID');
call app_guard('sales_invoice', $$ customer_id = (select app_org()) and state <> 'DRAFT' $$, 'false');

create table sales_invoice_line (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  invoice_id uuid not null references sales_invoice (id),
  line_no integer not null,
  order_line_id uuid references sales_order_line (id),
  shipment_line_id uuid references sales_shipment_line (id),
  -- Of a credit note: the position it takes back.
  credits_line_id uuid references sales_invoice_line (id),
  item_id uuid references catalog_item (id),
  -- Goods of an order, or what it costs to bring them.
  kind text not null default 'GOODS',
  description text not null default '',
  -- In `unit_code`, as ordered.
  quantity numeric(18, 6) not null,
  unit_code text not null references catalog_unit (code),
  -- The same in the stock unit.
  quantity_stock numeric(18, 6) not null,
  unit_price numeric(19, 4) not null,
  discount numeric(9, 6) not null default 0,
  tax_rate numeric(9, 6) not null default 0,
  net_amount numeric(19, 4) not null,
  tax_amount numeric(19, 4) not null,
  is_issued boolean not null default false,
  constraint sales_invoice_line_unique unique (invoice_id, line_no),
  constraint sales_invoice_line_kind_check check (kind in ('GOODS', 'FREIGHT') and (kind = 'GOODS' or item_id is null)),
  constraint sales_invoice_line_check check (quantity > 0 and quantity_stock > 0 and unit_price >= 0 and net_amount >= 0 and tax_amount >= 0)
);
create index sales_invoice_line_customer on sales_invoice_line (customer_id, invoice_id);
create index sales_invoice_line_order_line on sales_invoice_line (order_line_id);
create index sales_invoice_line_credits on sales_invoice_line (credits_line_id) where credits_line_id is not null;
create index sales_invoice_line_shipment_line on sales_invoice_line (shipment_line_id);
call app_guard('sales_invoice_line', 'customer_id = (select app_org()) and is_issued', 'false');

-- How far an order is paid follows from its invoices.
create function sales_derive_payment() returns trigger language plpgsql as $$
begin
  update sales_order o set payment_state = p.payment
  from (
    select i.order_id,
      case when sum(i.paid_amount) = 0 then 'NONE' when sum(i.open_amount) <= 0 then 'PAID' else 'PARTLY_PAID' end as payment
    from sales_invoice i
    where i.order_id in (select w.order_id from written w where w.order_id is not null) and i.kind = 'INVOICE' and i.state <> 'DRAFT'
    group by i.order_id) as p
  where o.id = p.order_id and o.payment_state <> p.payment;
  return null;
end $$;
create trigger sales_derive_payment_of_new after insert on sales_invoice
  referencing new table as written for each statement execute function sales_derive_payment();
create trigger sales_derive_payment_of_changed after update on sales_invoice
  referencing new table as written for each statement execute function sales_derive_payment();

create sequence sales_payment_number;
create table sales_payment (
  id uuid primary key,
  number text not null default app_document_number('RP', nextval('sales_payment_number')),
  customer_id uuid not null references identity_organisation (id),
  -- RECEIPT is money that came, REFUND money that went back.
  kind text not null default 'RECEIPT',
  currency char(3) not null,
  amount numeric(19, 4) not null,
  paid_on date not null,
  method text not null default 'TRANSFER',
  reference text not null default '',
  note text not null default '',
  -- A refund names the credit note it pays out.
  credit_note_id uuid references sales_invoice (id),
  recorded_at timestamptz not null default now(),
  recorded_by_person_id uuid references identity_person (id),
  constraint sales_payment_number_unique unique (number),
  constraint sales_payment_kind_check check (kind in ('RECEIPT', 'REFUND')),
  constraint sales_payment_method_check check (method in ('TRANSFER', 'CARD', 'CASH', 'CHEQUE', 'OTHER')),
  constraint sales_payment_amount_check check (amount > 0)
);
create index sales_payment_customer on sales_payment (customer_id, paid_on desc, id desc);
create index sales_payment_paid on sales_payment (paid_on desc, id desc);
call app_guard('sales_payment', 'customer_id = (select app_org())', 'false');

-- Which invoice a payment, or the unused rest of a credit note, settles.
create table sales_payment_share (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  payment_id uuid not null references sales_payment (id),
  invoice_id uuid not null references sales_invoice (id),
  amount numeric(19, 4) not null,
  constraint sales_payment_share_unique unique (payment_id, invoice_id),
  constraint sales_payment_share_amount_check check (amount > 0)
);
create index sales_payment_share_customer on sales_payment_share (customer_id, payment_id);
create index sales_payment_share_invoice on sales_payment_share (invoice_id);
call app_guard('sales_payment_share', 'customer_id = (select app_org())', 'false');
revoke update, delete, truncate on sales_payment, sales_payment_share from corridor_api;
