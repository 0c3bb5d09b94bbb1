import { ITEMS_PER_SUPPLIER } from '../size.ts';
import { idSql, type SeedPart } from './seed.ts';

const PLACES = [
  'STORAGE',
  'STORAGE',
  'RECEIVING',
  'QUARANTINE',
  'SUPPLIER',
  'CUSTOMER',
  'PRODUCTION',
  'SCRAP',
  'ADJUSTMENT',
];

/** Items, sites with their places, and the terms on which suppliers deliver. */
export const catalogue: SeedPart = {
  name: 'catalogue',
  sql: ({ suppliers, items, sites }) => `
insert into catalog_unit (id, code, name_en, name_zh) values (gen_random_uuid(), 'EA', 'each', '个'), (gen_random_uuid(), 'CS', 'case', '箱');

insert into catalog_item (id, sku, name_en, name_zh, unit_code, supply, is_sellable, standard_cost, list_price, safety_stock, reorder_point, lead_time_days)
select ${idSql('item', 'n')}, 'SKU-' || lpad(n::text, 6, '0'), 'Part number ' || n, '零件 ' || n, 'EA',
       case when n % 4 = 0 then 'MAKE' else 'BUY' end, n % 2 = 0, 1 + n % 90, 2 + n % 120, 20, 50, 5
from generate_series(0, ${items - 1}) n;

insert into catalog_calendar (id, organisation_id, name, time_zone, week, is_default)
values (gen_random_uuid(), ${idSql('organisation', '0')}, 'Works', 'Europe/Berlin',
  (select jsonb_object_agg(day, '[{"from": "08:00", "to": "16:00"}]'::jsonb) from generate_series(1, 5) day), true);

insert into catalog_site (id, code, name, time_zone)
select ${idSql('site', 'n')}, 'S' || n, 'Site ' || n, 'Europe/Berlin' from generate_series(0, ${sites - 1}) n;

insert into catalog_location (id, site_id, code, name, kind)
select ${idSql('location', `s * ${PLACES.length} + p.place - 1`)}, ${idSql('site', 's')}, p.kind || p.place, p.kind, p.kind
from generate_series(0, ${sites - 1}) s, unnest(array['${PLACES.join("','")}']) with ordinality p(kind, place);

insert into catalog_supplier_item (id, supplier_id, item_id, supplier_sku, order_unit_code, numerator, denominator, order_multiple, lead_time_days)
select ${idSql('supplierItem', `s * ${ITEMS_PER_SUPPLIER} + k`)}, ${idSql('organisation', 's + 1')},
       ${idSql('item', `(s * ${ITEMS_PER_SUPPLIER} + k) % ${items}`)}, 'V-' || s || '-' || k, 'CS', 10, 1, 1, 5
from generate_series(0, ${suppliers - 1}) s, generate_series(0, ${ITEMS_PER_SUPPLIER - 1}) k;

insert into catalog_price_break (id, supplier_item_id, supplier_id, unit_price)
select gen_random_uuid(), id, supplier_id, 12.5 from catalog_supplier_item;
`,
};

/** Which place of a site, by its order above. */
export const locationNumber = (site: number, place: number): number => site * PLACES.length + place;
export const locationSql = (site: string, place: string): string =>
  idSql('location', `(${site}) * ${PLACES.length} + ${place}`);
