const offers = (asked: string) => ({
  prices: `
    with asked as materialized (${asked})
    select p.item_id, l.source, l.code, l.name, l.currency, l.is_tax_inclusive, p.unit_code,
           coalesce(u.numerator, 1)::text as numerator, coalesce(u.denominator, 1)::text as denominator,
           p.from_quantity::text, p.unit_price::text
    from (select l.*, case when l.customer_id is not null then 'CONTRACT'
                           when l.id = t.price_list_id then 'PRICE_LIST' else 'DEFAULT_LIST' end as source
          from sales_price_list l left join sales_customer_terms t on t.customer_id = (select customer_id from asked)
          where l.is_active and (select day from asked) between l.valid_from and l.valid_to
            and (l.customer_id = (select customer_id from asked) or (l.customer_id is null and (l.is_default or l.id = t.price_list_id)))) as l
    join sales_price p on p.price_list_id = l.id and p.item_id = any((select items from asked)::uuid[])
      and (select day from asked) between p.valid_from and p.valid_to
    join catalog_item i on i.id = p.item_id
    left join catalog_item_unit u on u.item_id = p.item_id and u.unit_code = p.unit_code
    where u.id is not null or p.unit_code = i.unit_code
    union all
    select i.id, 'CATALOGUE', '', '', i.currency, false, i.unit_code, '1', '1', '0', i.list_price::text
    from catalog_item i where i.id = any((select items from asked)::uuid[]) and i.list_price is not null`,
  promotions: `
    with asked as materialized (${asked})
    select i.id as item_id, p.code, p.name_en, p.name_zh, p.discount::text, p.from_quantity::text, p.applies_to_contracts
    from catalog_item i join sales_promotion p
      on p.is_active and (select day from asked) between p.valid_from and p.valid_to
     and (p.customer_id is null or p.customer_id = (select customer_id from asked))
     and (p.item_id is null or p.item_id = i.id) and (p.category_id is null or p.category_id = i.category_id)
    where i.id = any((select items from asked)::uuid[])`,
});

/** The prices and promotions of the items $3 for the customer $1 on the day $2. */
export const OF_ITEMS = offers(`select $1::uuid as customer_id, $2::date as day, $3::uuid[] as items`);

/** The same of what stands in the order $1, on the day it is at its site at the instant $2. */
export const OF_ORDER = offers(`
  select o.customer_id, ($2::timestamptz at time zone s.time_zone)::date as day,
         array(select l.item_id from sales_order_line l where l.order_id = o.id) as items
  from sales_order o join catalog_site s on s.id = o.site_id where o.id = $1::uuid`);
