/**
 * 100 000 open lines of 2 000 items at one site, 50 to an item and 5 000 to each of the first four; stock for the first
 * of them, and 120 ship notices of 50 items each, on three days.
 */
export const promisingSeed = `
set app.audience = 'SYSTEM';
set session_replication_role = 'replica';
create function pg_temp.key(kind int, n int) returns uuid language sql immutable
  return (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
insert into identity_organisation (id, number, name, is_company) values (pg_temp.key(1, 0), 'US', 'Company', true);
insert into identity_organisation (id, number, name, is_supplier) values (pg_temp.key(1, 1), 'S', 'Supplier', true);
insert into identity_organisation (id, number, name, is_customer)
  select pg_temp.key(1, n), 'C-' || n, 'Customer ' || n, true from generate_series(2, 501) n;
insert into catalog_unit (id, code, name_en) values (pg_temp.key(2, 1), 'EA', 'Each');
insert into catalog_site (id, code, name) values (pg_temp.key(3, 1), 'SITE', 'Site');
insert into catalog_location (id, site_id, code, name, kind) values (pg_temp.key(4, 1), pg_temp.key(3, 1), 'A', 'A', 'STORAGE');
insert into catalog_item (id, sku, name_en, unit_code, supply, is_sellable)
  select pg_temp.key(5, n), 'I-' || n, 'Item ' || n, 'EA', 'BUY', true from generate_series(0, 1999) n;
insert into inventory_stock_balance (id, item_id, site_id, location_id, owner_id, status, on_hand)
  select pg_temp.key(6, n), pg_temp.key(5, n), pg_temp.key(3, 1), pg_temp.key(4, 1), pg_temp.key(1, 0), 'UNRESTRICTED', 200 from generate_series(0, 1999) n;
insert into purchasing_order (id, number, supplier_id, site_id, state, currency, ordered_on)
  values (pg_temp.key(7, 1), 'PO', pg_temp.key(1, 1), pg_temp.key(3, 1), 'CONFIRMED', 'USD', current_date);
insert into purchasing_order_line (id, supplier_id, order_id, line_no, item_id, unit_code, numerator, currency, is_issued)
  select pg_temp.key(8, n), pg_temp.key(1, 1), pg_temp.key(7, 1), n, pg_temp.key(5, n / 3), 'EA', 1, 'USD', true from generate_series(0, 5999) n;
insert into purchasing_schedule_line (id, supplier_id, order_id, order_line_id, item_id, site_id, schedule_no, unit_code, numerator, requested_on,
  requested_quantity, shipped_quantity, in_transit_quantity, is_issued)
  select pg_temp.key(9, n), pg_temp.key(1, 1), pg_temp.key(7, 1), pg_temp.key(8, n), pg_temp.key(5, n / 3), pg_temp.key(3, 1), 1, 'EA', 1,
    current_date + 5 + 10 * (n % 3), q.many, q.many, q.many, true from generate_series(0, 5999) n cross join lateral (select case when n / 3 < 4 then 40000 else 400 end as many) q;
insert into purchasing_notice (id, supplier_id, site_id, number, state, shipped_on, expected_on)
  select pg_temp.key(10, n), pg_temp.key(1, 1), pg_temp.key(3, 1), 'ASN-' || lpad(n::text, 3, '0'), 'IN_TRANSIT', current_date, current_date + 5 + 10 * (n % 3)
  from generate_series(0, 119) n;
insert into purchasing_notice_line (id, supplier_id, notice_id, line_no, schedule_line_id, order_line_id, item_id, unit_code, numerator, denominator, quantity)
  select pg_temp.key(11, n), pg_temp.key(1, 1), pg_temp.key(10, (n / 150) * 3 + n % 3), n, pg_temp.key(9, n), pg_temp.key(8, n), pg_temp.key(5, n / 3), 'EA', 1, 1, case when n / 3 < 4 then 40000 else 400 end
  from generate_series(0, 5999) n;
insert into sales_order (id, number, customer_id, site_id, state, currency, ordered_on, requested_on, is_shared, submitted_at)
  select pg_temp.key(12, n), 'SO-' || n, pg_temp.key(1, 2 + n % 500), pg_temp.key(3, 1), 'CONFIRMED', 'USD', current_date, current_date + 8 + n % 20, true,
    now() - interval '1 second' * (100000 - n) from generate_series(0, 99999) n;
insert into sales_order_line (id, customer_id, order_id, line_no, item_id, site_id, unit_code, ordered_quantity, currency, unit_price, net_amount,
  requested_on, is_demand, is_shared)
  select pg_temp.key(13, n), pg_temp.key(1, 2 + n % 500), pg_temp.key(12, n), 1, pg_temp.key(5, case when n % 5 = 0 then n / 5 % 4 else n % 2000 end), pg_temp.key(3, 1),
    'EA', 1 + n % 40, 'USD', 10, 10 * (1 + n % 40), current_date + 8 + n % 20, true, true
  from generate_series(0, 99999) n;
set session_replication_role = 'origin';
`;

/** Every line is promised for the day on which the queue serves it, or for the day asked for where that is later. */
export const promiseAsPegged = `
set app.audience = 'SYSTEM';
set session_replication_role = 'replica';
update sales_order_line l set first_confirmed_on = greatest(l.requested_on, p.expected_on), confirmed_on = greatest(l.requested_on, p.expected_on), estimated_on = greatest(l.requested_on, p.expected_on)
  from promising_line p where p.id = l.id;
set session_replication_role = 'origin';
`;
