import { sql } from 'kysely';
import { reads, type Reads } from './reads.ts';

const validity = sql`nullif(p.valid_from, '-infinity')::text as valid_from, nullif(p.valid_to, 'infinity')::text as valid_to`;

/** On which terms customers buy, by the name of the template. */
export const salesTermsReads: Readonly<Record<string, Reads>> = {
  territories: reads(sql`select code, name, country, area from sales_territory order by code`),
  price_lists: reads(sql`
    select p.code, p.name, p.currency, c.number as customer, p.is_tax_inclusive, p.is_default, ${validity}, p.is_active
    from sales_price_list p left join identity_organisation c on c.id = p.customer_id order by p.code`),
  prices: reads(sql`
    select l.code as price_list, i.sku, p.unit_code as unit, trim_scale(p.from_quantity)::text as from_quantity,
           trim_scale(p.unit_price)::text as unit_price, ${validity}
    from sales_price p join sales_price_list l on l.id = p.price_list_id join catalog_item i on i.id = p.item_id
    order by l.code, i.sku, p.unit_code, p.from_quantity, p.valid_from`),
  customer_terms: reads(sql`
    select c.number as customer, p.currency, l.code as price_list, t.code as territory, s.code as site, p.payment_days,
           trim_scale(p.credit_limit)::text as credit_limit, trim_scale(p.tax_rate)::text as tax_rate, p.tax_rounding, p.is_tax_inclusive,
           p.confirms_at_once, p.cutoff_days, p.allows_partial
    from sales_customer_terms p join identity_organisation c on c.id = p.customer_id left join sales_price_list l on l.id = p.price_list_id
    left join sales_territory t on t.id = p.territory_id left join catalog_site s on s.id = p.site_id order by c.number`),
  promotions: reads(sql`
    select p.code, p.name_en, p.name_zh, i.sku, k.code as category, c.number as customer, trim_scale(p.discount)::text as discount,
           trim_scale(p.from_quantity)::text as from_quantity, p.applies_to_contracts, p.valid_from::text as valid_from,
           nullif(p.valid_to, 'infinity')::text as valid_to, p.is_active
    from sales_promotion p left join catalog_item i on i.id = p.item_id left join catalog_category k on k.id = p.category_id
    left join identity_organisation c on c.id = p.customer_id order by p.code`),
};
