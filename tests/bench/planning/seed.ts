import type pg from 'pg';
import { dateArray, intArray } from '../../../server/src/modules/planning/mrp/binary-array.calc.ts';
import { toDayNumber } from '../../../server/src/kernel/calendar-date.ts';
import { randomFrom } from './random.ts';
import type { Structure } from './structure.ts';

const ground = `
set app.audience = 'SYSTEM';
create function key(kind int, n int) returns uuid language sql immutable
  return (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
insert into identity_organisation (id, number, name, is_company) values (key(1, 0), 'US', 'Company', true);
insert into catalog_unit (id, code, name_en) values (key(2, 1), 'EA', 'Each');
insert into catalog_site (id, code, name) values (key(3, 1), 'SITE', 'Site');
insert into catalog_location (id, site_id, code, name, kind) values (key(4, 1), key(3, 1), 'A', 'A', 'STORAGE');`;

/** Items, planning data and stock: four lot rules, lead times of one to five weeks, stock for about eight weeks. */
const items = `
insert into catalog_item (id, sku, name_en, unit_code, supply)
  select key(5, n), 'I-' || n, 'Item ' || n, 'EA', case when level < 4 then 'MAKE' else 'BUY' end
  from unnest($1::int[], $2::int[], $3::int[]) as i(n, level, weekly)`;
const planning = `
insert into planning_item (id, item_id, site_id, lot_rule, lot_size, lot_periods, minimum_quantity, order_multiple, safety_stock, lead_time, lead_time_unit)
  select key(6, n), key(5, n), key(3, 1), case n % 4 when 0 then 'FIXED' when 1 then 'PERIOD' else 'LOT_FOR_LOT' end,
    case when n % 4 = 0 then greatest(1, weekly * 6) end, case when n % 4 = 1 then 4 end,
    case when n % 4 = 2 then greatest(1, weekly * 4) else 0 end, case when n % 4 = 2 then greatest(1, weekly / 2) end,
    weekly / 2, 1 + n % 5, 'WEEK'
  from unnest($1::int[], $2::int[], $3::int[]) as i(n, level, weekly)`;
const stock = `
insert into inventory_stock_balance (id, item_id, site_id, location_id, owner_id, status, on_hand)
  select key(7, n), key(5, n), key(3, 1), key(4, 1), key(1, 0), 'UNRESTRICTED', weekly * (6 + n % 5)
  from unnest($1::int[], $2::int[], $3::int[]) as i(n, level, weekly) where weekly > 0`;

/** What each item needs in a mean week: `each` for what is sold, and what its users need for the rest. */
export function weeklyNeeds({ count, levelOf, parent, child, per }: Structure, each: number): Int32Array {
  const needs = Float64Array.from(levelOf, (level) => (level === 0 ? each : 0));
  // Lines are sorted by parent and parents by level, so that a need is whole before it is passed on.
  child.forEach((item, line) => (needs[item]! += needs[parent[line]!]! * per[line]!));
  return Int32Array.from({ length: count }, (_, item) => Math.round(needs[item]!));
}

/** Fills a database with a structure and a year of weekly demand for what is sold. */
export async function seedPlanning(
  client: pg.Client,
  structure: Structure,
  weeks: number,
  monday: string,
): Promise<void> {
  const { count, levelOf, parent, child, per } = structure;
  const numbers = Int32Array.from({ length: count }, (_, item) => item);
  await client.query(ground);
  const values = [intArray(numbers), intArray(Int32Array.from(levelOf)), intArray(weeklyNeeds(structure, 25))].map(
    Buffer.from,
  );
  for (const statement of [items, planning, stock]) await client.query(statement, values);
  await client.query(
    `insert into planning_bill (id, item_id) select key(8, n), key(5, n) from (select distinct n from unnest($1::int[]) n) p`,
    [Buffer.from(intArray(parent))],
  );
  await client.query(
    `insert into planning_bill_component (id, bill_id, position, item_id, quantity)
     select key(9, row::int), key(8, p), row, key(5, c), per from unnest($1::int[], $2::int[], $3::int[]) with ordinality as l(p, c, per, row)`,
    [parent, child, Int32Array.from(per)].map((column) => Buffer.from(intArray(column))),
  );
  await seedDemand(client, structure, weeks, monday);
  await client.query('vacuum analyze');
}

async function seedDemand(client: pg.Client, { levelOf }: Structure, weeks: number, monday: string): Promise<void> {
  const random = randomFrom(2);
  const sold = levelOf.lastIndexOf(0) + 1;
  const first = toDayNumber(monday);
  const rows = Array.from({ length: sold * weeks }, (_, row) => row);
  await client.query(
    `insert into planning_demand (id, item_id, site_id, due_on, quantity)
     select key(10, row::int), key(5, n), key(3, 1), due_on, quantity
     from unnest($1::int[], $2::date[], $3::int[]) with ordinality as d(n, due_on, quantity, row)`,
    [
      intArray(rows.map((row) => Math.floor(row / weeks))),
      dateArray(rows.map((row) => first + 7 * (row % weeks))),
      intArray(rows.map(() => 5 + Math.floor(random() * 40))),
    ].map(Buffer.from),
  );
}
