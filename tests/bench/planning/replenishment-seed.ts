import type pg from 'pg';

const SITES = 4;
const SUPPLIERS = 100;

const ground = `
insert into catalog_site (id, code, name) select key(3, 10 + s), 'VMI-' || s, 'Site' from generate_series(1, ${SITES}) s;
insert into catalog_location (id, site_id, code, name, kind) select key(4, 10 + s), key(3, 10 + s), 'A', 'A', 'STORAGE' from generate_series(1, ${SITES}) s;
insert into identity_organisation (id, number, name, is_supplier) select key(1, 10 + n), 'S-' || n, 'Supplier', true from generate_series(1, ${SUPPLIERS}) n;
insert into vmi_agreement (id, supplier_id, site_id, owner_id, state, is_shown, current_version_no, valid_from)
select key(20, n * 10 + s), key(1, 10 + n), key(3, 10 + s), key(1, 0), 'ACTIVE', true, 1, current_date - 200
from generate_series(1, ${SUPPLIERS}) n, generate_series(1, ${SITES}) s;
insert into vmi_agreement_version (id, supplier_id, agreement_id, version_no, state, proposed_by)
select gen_random_uuid(), supplier_id, id, 1, 'ACCEPTED', 'COMPANY' from vmi_agreement;`;

/** One supplier an item, at each of the sites; one line in ten lies at its reorder point or below. */
const lines = `
insert into catalog_supplier_item (id, supplier_id, item_id, order_unit_code, order_multiple, minimum_quantity, lead_time_days, is_preferred)
select key(23, n), key(1, 11 + n % ${SUPPLIERS}), key(5, n), 'EA', 10, 20, 5, true from generate_series(0, $1 - 1) n;
`;
const agreed = `
insert into vmi_agreement_line (id, supplier_id, agreement_id, item_id, site_id, owner_id, minimum, reorder_point, maximum, is_live, is_shown)
select key(22, n * 10 + s), key(1, 11 + n % ${SUPPLIERS}), key(20, (1 + n % ${SUPPLIERS}) * 10 + s), key(5, n), key(3, 10 + s), key(1, 0), 50, 100, 500, true, true
from generate_series(0, $1 - 1) n, generate_series(1, ${SITES}) s`;
const stock = `
insert into inventory_stock_balance (id, item_id, site_id, location_id, owner_id, status, on_hand)
select key(24, n * 10 + s), key(5, n), key(3, 10 + s), key(4, 10 + s), key(1, 0), 'UNRESTRICTED', 1 + (n * 7919 + s * 5381) % 1000
from generate_series(0, $1 - 1) n, generate_series(1, ${SITES}) s`;

/** Lays agreements over the items that are there: four lines an item. */
export async function seedReplenishment(client: pg.Client, items: number): Promise<void> {
  await client.query(ground);
  for (const statement of [lines, agreed, stock]) await client.query(statement, [items]);
  await client.query('vacuum analyze');
}
