import { sql } from 'kysely';
import { agreementRows } from './agreement.rows.ts';
import { planningReads } from './planning.rows.ts';
import { purchaseOrderRows } from './purchase-order.rows.ts';
import { salesOrderRows } from './sales-order.rows.ts';
import { salesTermsReads } from './sales-terms.rows.ts';
import { reads, type Reads } from './reads.ts';

const parties = (side: string): Reads =>
  reads(sql`
    select number, name, locale, time_zone, currency, country, email, phone, address, gs1_company_prefix, is_active
    from identity_organisation where ${sql.ref(side)} order by number`);

/** By the name of the template: what an export of everything reads. */
export const exportReads: Readonly<Record<string, Reads>> = {
  company: parties('is_company'),
  suppliers: parties('is_supplier'),
  customers: parties('is_customer'),
  units: reads(sql`select code, name_en, name_zh from catalog_unit order by code`),
  categories: reads(sql`
    with recursive tree as (
      select c.id, null::text as parent, c.code, c.name_en, c.name_zh, 0 as depth from catalog_category c where c.parent_id is null
      union all
      select c.id, t.code, c.code, c.name_en, c.name_zh, t.depth + 1 from catalog_category c join tree t on t.id = c.parent_id)
    select code, parent, name_en, name_zh from tree order by depth, code`),
  items: reads(sql`
    select i.sku, i.gtin, i.name_en, i.name_zh, i.description, i.unit_code as unit, i.supply, c.code as category, i.is_sellable,
           i.is_lot_tracked, i.is_active, trim_scale(i.standard_cost)::text as standard_cost, trim_scale(i.list_price)::text as list_price,
           i.currency, trim_scale(i.safety_stock)::text as safety_stock, trim_scale(i.reorder_point)::text as reorder_point, i.lead_time_days
    from catalog_item i left join catalog_category c on c.id = i.category_id order by i.sku`),
  item_units: reads(sql`
    select i.sku, u.unit_code as unit, u.numerator::text, u.denominator::text, u.gtin
    from catalog_item_unit u join catalog_item i on i.id = u.item_id order by i.sku, u.unit_code`),
  supplier_items: reads(sql`
    select o.number as supplier, i.sku, s.supplier_sku, s.order_unit_code as order_unit, s.numerator::text, s.denominator::text,
           trim_scale(s.minimum_quantity)::text as minimum_quantity, trim_scale(s.order_multiple)::text as order_multiple,
           trim_scale(s.maximum_quantity)::text as maximum_quantity, s.lead_time_days, s.currency, s.is_preferred, s.is_active
    from catalog_supplier_item s join identity_organisation o on o.id = s.supplier_id join catalog_item i on i.id = s.item_id
    order by o.number, i.sku`),
  price_breaks: reads(sql`
    select o.number as supplier, i.sku, trim_scale(b.from_quantity)::text as from_quantity, trim_scale(b.unit_price)::text as unit_price,
           nullif(b.valid_from, '-infinity')::text as valid_from, nullif(b.valid_to, 'infinity')::text as valid_to
    from catalog_price_break b join catalog_supplier_item s on s.id = b.supplier_item_id
    join identity_organisation o on o.id = s.supplier_id join catalog_item i on i.id = s.item_id
    order by o.number, i.sku, b.from_quantity, b.valid_from`),
  sites: reads(sql`select code, name, time_zone, address, is_active from catalog_site order by code`),
  locations: reads(sql`
    select s.code as site, l.code, l.name, l.kind, l.is_active
    from catalog_location l join catalog_site s on s.id = l.site_id order by s.code, l.code`),
  stock: reads(sql`
    select i.sku, s.code as site, l.code as location, case when o.is_company then null else o.number end as owner, b.status, b.lot,
           trim_scale(b.on_hand)::text as quantity
    from inventory_stock_balance b join catalog_item i on i.id = b.item_id join catalog_location l on l.id = b.location_id
    join catalog_site s on s.id = b.site_id join identity_organisation o on o.id = b.owner_id
    order by i.sku, s.code, l.code, o.number, b.status, b.lot`),
  purchase_orders: (work) => purchaseOrderRows(work),
  agreements: (work) => agreementRows(work),
  ...planningReads,
  ...salesTermsReads,
  sales_orders: (work) => salesOrderRows(work),
};
