-- What customers may buy, as they see it: at their price, with availability as far as it is shared with them.

-- The catalogue goes by these.
create index promising_catalogue_name on catalog_item (name_en, id) where is_sellable and is_active;
create index promising_catalogue_sku on catalog_item (sku, id) where is_sellable and is_active;

-- What one unit of a currency is worth in the company's on a day; null when nobody said.
create function promising_rate(wanted char(3), on_day date) returns numeric language sql stable as $$
  select case when o.currency = wanted then 1 else (
    select r.rate from sales_exchange_rate r where r.currency = wanted and r.valid_from <= on_day order by r.valid_from desc limit 1) end
  from identity_organisation o where o.is_company
$$;

-- What one stock unit of an item costs a customer on a day when it takes `amount` of it, by the rules of sales (see
-- 0041_sales_terms.sql): contract, list of its terms, default list, catalogue; the highest tier that is reached; in its
-- currency, on its side of tax; and the promotion that takes most off. No row where there is no price or no rate.
create function promising_price(wanted uuid, wanted_unit text, wanted_category uuid, list_price numeric, list_currency char(3),
                                customer uuid, on_day date, amount numeric)
returns table (unit_price numeric, discount numeric, currency char(3), promotion_en text, promotion_zh text, tiers jsonb)
language sql stable as $$
  with terms as (
    select coalesce(t.currency, o.currency) as currency, coalesce(t.is_tax_inclusive, false) as is_inclusive, coalesce(t.tax_rate, 0) as tax_rate,
           t.price_list_id
    from identity_organisation o left join sales_customer_terms t on t.customer_id = o.id where o.id = customer),
  offers as (
    select case when l.customer_id is not null then 1 when l.id = t.price_list_id then 2 else 3 end as rank,
           l.id as list_id, l.currency, l.is_tax_inclusive, p.unit_price, p.from_quantity
    from terms t
    join sales_price_list l on l.is_active and on_day between l.valid_from and l.valid_to
      and (l.customer_id = customer or (l.customer_id is null and (l.is_default or l.id = t.price_list_id)))
    join sales_price p on p.price_list_id = l.id and p.item_id = wanted and p.unit_code = wanted_unit and on_day between p.valid_from and p.valid_to
    union all
    select 4, null, list_currency, false, list_price, 0 where list_price is not null),
  chosen as (
    select * from offers where from_quantity <= amount order by rank, from_quantity desc limit 1),
  factor as (
    select c.rank, c.unit_price, c.list_id, t.currency,
           case when c.currency = t.currency then 1 else promising_rate(c.currency, on_day) / nullif(promising_rate(t.currency, on_day), 0) end
           * case when c.is_tax_inclusive = t.is_inclusive then 1 when t.is_inclusive then 1 + t.tax_rate else 1 / (1 + t.tax_rate) end as factor
    from chosen c cross join terms t)
  select round(f.unit_price * f.factor, 4), coalesce(m.discount, 0), f.currency, m.name_en, m.name_zh,
         (select jsonb_agg(jsonb_build_object('fromQuantity', trim_scale(o.from_quantity)::text,
                    'unitPrice', jsonb_build_object('amount', trim_scale(round(o.unit_price * f.factor, 4))::text, 'currency', f.currency)) order by o.from_quantity)
          from offers o where o.rank = f.rank and o.list_id is not distinct from f.list_id)
  from factor f
  left join lateral (
    select p.discount, p.name_en, p.name_zh from sales_promotion p
    where p.is_active and on_day between p.valid_from and p.valid_to and p.from_quantity <= amount
      and (p.customer_id is null or p.customer_id = customer) and (p.item_id is null or p.item_id = wanted)
      and (p.category_id is null or p.category_id = wanted_category) and (f.rank > 1 or p.applies_to_contracts)
    order by p.discount desc, p.code limit 1) m on true
  where f.factor is not null
$$;

-- The site that delivers to a customer where an order names no other: that of its terms, else the first.
create function promising_site(customer uuid) returns uuid language sql stable as $$
  select coalesce((select t.site_id from sales_customer_terms t where t.customer_id = customer),
                  (select s.id from catalog_site s where s.is_active order by s.code limit 1))
$$;

-- A rough class of an amount: what there is at least.
create function promising_class(amount numeric) returns numeric language sql immutable parallel safe
  return case when amount >= 1000 then 1000 when amount >= 500 then 500 when amount >= 100 then 100 when amount >= 50 then 50
              when amount >= 10 then 10 when amount >= 1 then 1 else 0 end;
