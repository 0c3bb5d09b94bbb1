-- What customers order from us.
--
-- Quantities of a line are in the item's STOCK unit. `unit_code` is what it was ordered in: one of it is
-- numerator / denominator stock units, and `unit_price` is per one of it, both frozen when the line was made.
-- `net_amount`, `tax_amount` and their sum are for ordered minus cancelled, in the order's currency.
--
-- Open demand, for planning, pegging and promises (a contract; nobody needs a view for it):
--   demand     sales_order_line l where l.is_demand and l.open_quantity > 0:
--              l.open_quantity of l.item_id at l.site_id, wanted on l.requested_on, promised for l.confirmed_on
--              (null: nothing promised yet), expected on l.estimated_on. Plan for coalesce(l.confirmed_on, l.requested_on).
--   is_demand  kept by the database: true while the order is SUBMITTED, CONFIRMED or ON_HOLD. Drafts, orders that wait
--              for the customer's own approval, closed and cancelled ones are none.
--   covered    l.allocated_quantity of it is already set aside in stock (inventory_reservation, also reserved on the
--              balance); the part that still needs supply is l.open_quantity - l.allocated_quantity.
-- open_quantity = ordered - cancelled - shipped, never below zero. allocated_quantity is reserved and not shipped;
-- picked_quantity of it lies in a packed shipment. returned_quantity stands in returns that were not rejected.
--
-- The axes of an order (fulfilment, invoicing, return; payment from its invoices) are derived from its lines by the
-- database; nobody sets them.

create sequence sales_order_number;
create table sales_order (
  id uuid primary key,
  number text not null default app_document_number('SO', nextval('sales_order_number')),
  customer_id uuid not null references identity_organisation (id),
  site_id uuid not null references catalog_site (id),
  origin text not null default 'STAFF',
  -- Whether the customer ordered by itself over the network, or through people of sales.
  channel text not null default 'SALES',
  state text not null default 'DRAFT',
  -- Why it is on hold: CREDIT is released by finance, MANUAL by sales.
  hold_kind text,
  hold_reason text not null default '',
  fulfilment_state text not null default 'NONE',
  invoicing_state text not null default 'NONE',
  payment_state text not null default 'NONE',
  return_state text not null default 'NONE',
  version integer not null default 1,
  -- The customer's own order number.
  customer_reference text not null default '',
  currency char(3) not null,
  -- One unit of `currency` in the company's currency, frozen when the order is submitted.
  exchange_rate numeric(18, 9) not null default 1,
  is_tax_inclusive boolean not null default false,
  tax_rounding text not null default 'LINE',
  payment_days integer not null default 30,
  cutoff_days integer not null default 1,
  allows_partial boolean not null default true,
  ordered_on date not null,
  -- The day the lines are wanted when they name no other.
  requested_on date not null,
  ship_to text not null default '',
  note text not null default '',
  subtotal numeric(19, 4) not null default 0,
  tax numeric(19, 4) not null default 0,
  -- Stated without tax, whatever the prices include; its tax is a part of `tax`.
  freight numeric(19, 4) not null default 0,
  freight_tax_rate numeric(9, 6) not null default 0,
  freight_tax numeric(19, 4) not null default 0,
  total numeric(19, 4) not null generated always as (subtotal + tax + freight) stored,
  territory_id uuid references sales_territory (id),
  sales_person_id uuid references identity_person (id),
  placed_by_person_id uuid references identity_person (id),
  approved_by_person_id uuid references identity_person (id),
  -- Whether the customer sees it: not while it is our own draft.
  is_shared boolean not null default false,
  -- What it came from in an upper module, such as an accepted quote: once.
  source_type text,
  source_id uuid,
  -- The number under which another system knows it.
  external_number text,
  created_at timestamptz not null default now(),
  submitted_at timestamptz,
  approved_at timestamptz,
  confirmed_at timestamptz,
  closed_at timestamptz,
  close_reason text not null default '',
  constraint sales_order_number_unique unique (number),
  constraint sales_order_external_number_unique unique (external_number),
  constraint sales_order_source_unique unique (source_type, source_id),
  constraint sales_order_origin_check check (origin in ('STAFF', 'CUSTOMER', 'IMPORT', 'API', 'QUOTE')),
  constraint sales_order_channel_check check (channel in ('ONLINE', 'SALES')),
  constraint sales_order_state_check check (state in ('DRAFT', 'SUBMITTED', 'AWAITING_CUSTOMER_APPROVAL', 'CONFIRMED', 'ON_HOLD', 'CLOSED', 'CANCELLED')),
  constraint sales_order_hold_check check ((state = 'ON_HOLD') = (hold_kind is not null) and (hold_kind is null or hold_kind in ('CREDIT', 'MANUAL'))),
  constraint sales_order_fulfilment_check check (fulfilment_state in ('NONE', 'PARTLY_SHIPPED', 'SHIPPED', 'PARTLY_DELIVERED', 'DELIVERED')),
  constraint sales_order_invoicing_check check (invoicing_state in ('NONE', 'PARTLY_INVOICED', 'INVOICED')),
  constraint sales_order_payment_check check (payment_state in ('NONE', 'PARTLY_PAID', 'PAID')),
  constraint sales_order_return_check check (return_state in ('NONE', 'PARTLY_RETURNED', 'RETURNED')),
  constraint sales_order_rounding_check check (tax_rounding in ('LINE', 'GLOBAL')),
  constraint sales_order_amounts_not_negative check (subtotal >= 0 and tax >= 0 and freight >= 0 and freight_tax >= 0 and freight_tax_rate >= 0 and freight_tax_rate < 1 and version > 0 and exchange_rate > 0 and payment_days >= 0 and cutoff_days >= 0),
  constraint sales_order_submitted_check check (state in ('DRAFT', 'CANCELLED') or submitted_at is not null)
);
create index sales_order_customer on sales_order (customer_id, ordered_on desc, id desc);
create index sales_order_ordered on sales_order (ordered_on desc, id desc);
create index sales_order_state on sales_order (state, ordered_on desc, id desc);
create index sales_order_total on sales_order (total desc, id desc);
create index sales_order_territory on sales_order (territory_id) where territory_id is not null;
-- One customer order number stands for one order; what other systems sent is taken as it is.
create unique index sales_order_reference_once on sales_order (customer_id, customer_reference)
  where customer_reference <> '' and external_number is null and state not in ('CANCELLED', 'DRAFT');
call app_guard('sales_order', 'customer_id = (select app_org()) and is_shared');

create table sales_order_line (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  order_id uuid not null references sales_order (id),
  line_no integer not null,
  item_id uuid not null references catalog_item (id),
  site_id uuid not null references catalog_site (id),
  description text not null default '',
  unit_code text not null references catalog_unit (code),
  numerator bigint not null default 1,
  denominator bigint not null default 1,
  ordered_quantity numeric(18, 6) not null,
  cancelled_quantity numeric(18, 6) not null default 0,
  allocated_quantity numeric(18, 6) not null default 0,
  picked_quantity numeric(18, 6) not null default 0,
  shipped_quantity numeric(18, 6) not null default 0,
  delivered_quantity numeric(18, 6) not null default 0,
  returned_quantity numeric(18, 6) not null default 0,
  invoiced_quantity numeric(18, 6) not null default 0,
  open_quantity numeric(18, 6) not null generated always as (greatest(0, ordered_quantity - cancelled_quantity - shipped_quantity)) stored,
  currency char(3) not null,
  unit_price numeric(19, 4) not null default 0,
  -- Fractions: 0.1 is 10 %. The discount is already in net_amount.
  discount numeric(9, 6) not null default 0,
  tax_rate numeric(9, 6) not null default 0,
  net_amount numeric(19, 4) not null default 0,
  tax_amount numeric(19, 4) not null default 0,
  -- Why this price: see price-explanation.types.ts.
  price_explanation jsonb not null default '{}',
  requested_on date not null,
  -- Written once, by the first promise: lateness is measured against it.
  first_confirmed_on date,
  confirmed_on date,
  estimated_on date,
  is_demand boolean not null default false,
  is_shared boolean not null default false,
  is_backordered boolean not null default false,
  -- Supply is expected after the promised day.
  is_at_risk boolean not null generated always as
    (coalesce(estimated_on > confirmed_on, false) and ordered_quantity - cancelled_quantity - shipped_quantity > 0) stored,
  -- The line it was split off from, or stands in for.
  origin_line_id uuid references sales_order_line (id),
  origin_kind text,
  constraint sales_order_line_unique unique (order_id, line_no),
  constraint sales_order_line_ratio_check check (numerator > 0 and denominator > 0),
  constraint sales_order_line_ordered_check check (ordered_quantity > 0 and cancelled_quantity >= 0 and cancelled_quantity + shipped_quantity <= ordered_quantity),
  constraint sales_order_line_allocated_check check (allocated_quantity >= 0 and picked_quantity >= 0 and picked_quantity <= allocated_quantity),
  constraint sales_order_line_delivered_check check (delivered_quantity >= 0 and delivered_quantity <= shipped_quantity),
  constraint sales_order_line_returned_check check (returned_quantity >= 0 and returned_quantity <= delivered_quantity),
  constraint sales_order_line_invoiced_check check (invoiced_quantity >= 0 and invoiced_quantity <= ordered_quantity),
  constraint sales_order_line_price_check check (unit_price >= 0 and discount >= 0 and discount <= 1 and tax_rate >= 0 and tax_rate < 1),
  constraint sales_order_line_origin_check check ((origin_line_id is null) = (origin_kind is null) and (origin_kind is null or origin_kind in ('SPLIT', 'SUBSTITUTE'))),
  constraint sales_order_line_promise_is_kept check (confirmed_on is null or first_confirmed_on is not null)
);
create index sales_order_line_customer on sales_order_line (customer_id, item_id);
create index sales_order_line_item on sales_order_line (item_id);
create index sales_order_line_origin on sales_order_line (origin_line_id) where origin_line_id is not null;
create index sales_order_line_demand on sales_order_line (item_id, site_id, (coalesce(confirmed_on, requested_on)), id) where is_demand;
create index sales_order_line_due on sales_order_line ((coalesce(confirmed_on, requested_on)), id) where is_demand;
create index sales_order_line_customer_due on sales_order_line (customer_id, (coalesce(confirmed_on, requested_on)), id) where is_demand;
call app_guard('sales_order_line', 'customer_id = (select app_org()) and is_shared');

-- The first promise stands, and so does the day that was asked for, whoever writes.
create function sales_keep_first_dates() returns trigger language plpgsql as $$
begin
  new.first_confirmed_on := coalesce(old.first_confirmed_on, new.first_confirmed_on, new.confirmed_on);
  if old.is_demand then new.requested_on := old.requested_on; end if;
  return new;
end $$;
create trigger sales_keep_first_dates before update of first_confirmed_on, confirmed_on, requested_on on sales_order_line
  for each row execute function sales_keep_first_dates();

-- Whether a line is demand, and whether the customer sees it, follows from its order.
create function sales_line_follows_order() returns trigger language plpgsql as $$
begin
  select o.state in ('SUBMITTED', 'CONFIRMED', 'ON_HOLD'), o.is_shared into new.is_demand, new.is_shared
  from sales_order o where o.id = new.order_id;
  new.first_confirmed_on := coalesce(new.first_confirmed_on, new.confirmed_on);
  return new;
end $$;
create trigger sales_line_follows_order before insert on sales_order_line
  for each row execute function sales_line_follows_order();
create function sales_lines_follow_order() returns trigger language plpgsql as $$
begin
  update sales_order_line l
  set is_demand = new.state in ('SUBMITTED', 'CONFIRMED', 'ON_HOLD'), is_shared = new.is_shared
  where l.order_id = new.id
    and (l.is_demand, l.is_shared) is distinct from (new.state in ('SUBMITTED', 'CONFIRMED', 'ON_HOLD'), new.is_shared);
  return null;
end $$;
create trigger sales_lines_follow_order after update of state, is_shared on sales_order
  for each row when (old.state <> new.state or old.is_shared <> new.is_shared) execute function sales_lines_follow_order();

-- The axes of orders, added up from their lines.
create function sales_derive_axes_of(order_ids uuid[]) returns void language sql as $$
  update sales_order o
  set fulfilment_state = a.fulfilment, invoicing_state = a.invoicing, return_state = a.returning
  from (
    select l.order_id,
      case when sum(l.shipped_quantity) = 0 then 'NONE'
           when sum(l.delivered_quantity) >= sum(l.ordered_quantity - l.cancelled_quantity) then 'DELIVERED'
           when sum(l.delivered_quantity) > 0 then 'PARTLY_DELIVERED'
           when sum(l.open_quantity) = 0 then 'SHIPPED' else 'PARTLY_SHIPPED' end as fulfilment,
      case when sum(l.invoiced_quantity) = 0 then 'NONE'
           when bool_and(l.invoiced_quantity >= l.ordered_quantity - l.cancelled_quantity) then 'INVOICED' else 'PARTLY_INVOICED' end as invoicing,
      case when sum(l.returned_quantity) = 0 then 'NONE'
           when bool_and(l.returned_quantity >= l.shipped_quantity) then 'RETURNED' else 'PARTLY_RETURNED' end as returning
    from sales_order_line l where l.order_id = any(order_ids) group by l.order_id) as a
  where o.id = a.order_id
    and (o.fulfilment_state, o.invoicing_state, o.return_state) is distinct from (a.fulfilment, a.invoicing, a.returning);
$$;
create function sales_derive_axes() returns trigger language plpgsql as $$
begin
  perform sales_derive_axes_of(array(select distinct w.order_id from written w));
  return null;
end $$;
create trigger sales_derive_axes_of_new after insert on sales_order_line
  referencing new table as written for each statement execute function sales_derive_axes();
-- Days and promises of many lines change at once and move no axis: then nothing is added up.
create function sales_derive_changed_axes() returns trigger language plpgsql as $$
begin
  -- As sets, not as a join: the size of a transition table is not known when this is planned.
  if exists (
    select id, ordered_quantity, cancelled_quantity, shipped_quantity, delivered_quantity, returned_quantity, invoiced_quantity from written
    except
    select id, ordered_quantity, cancelled_quantity, shipped_quantity, delivered_quantity, returned_quantity, invoiced_quantity from before)
  then
    perform sales_derive_axes_of(array(select distinct w.order_id from written w));
  end if;
  return null;
end $$;
create trigger sales_derive_axes_of_changed after update on sales_order_line
  referencing old table as before new table as written for each statement execute function sales_derive_changed_axes();

-- Every promise that was made for a line, with its cause; the line carries the last one of each kind.
create table sales_line_promise (
  id uuid primary key,
  customer_id uuid not null references identity_organisation (id),
  order_id uuid not null references sales_order (id),
  line_id uuid not null references sales_order_line (id),
  -- CONFIRMED is what we promise, ESTIMATED what we expect.
  kind text not null,
  version integer not null,
  previous_on date,
  promised_on date,
  cause text not null,
  -- For the staff: may name a supplier or a document.
  note text not null default '',
  cause_type text,
  cause_id uuid,
  made_at timestamptz not null default now(),
  made_by_person_id uuid,
  constraint sales_line_promise_unique unique (line_id, kind, version),
  constraint sales_line_promise_kind_check check (kind in ('CONFIRMED', 'ESTIMATED')),
  constraint sales_line_promise_cause_check check (cause in ('FIRST_PROMISE', 'TO_BE_MADE', 'STAFF', 'CUSTOMER_CHANGE', 'SUPPLY_DELAYED', 'SUPPLY_SHORT', 'SUPPLY_EARLIER', 'STOCK_CHANGED', 'PRODUCTION_CHANGED', 'DEMAND_CHANGED', 'CUSTOMER_CHOICE'))
);
create index sales_line_promise_customer on sales_line_promise (customer_id, line_id);
create index sales_line_promise_order on sales_line_promise (order_id);
call app_guard('sales_line_promise', 'customer_id = (select app_org())', 'false');
revoke update, delete, truncate on sales_line_promise from corridor_api;
