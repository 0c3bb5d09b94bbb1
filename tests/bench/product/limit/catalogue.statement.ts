import { cursor, gid, instant, pageOf, type Statement } from './statement.ts';

const today = `(now() at time zone 'UTC')::date`;
const money = (amount: string): string =>
  `json_build_object('amount', trim_scale(${amount})::text, 'currency', t.currency, '__typename', 'Money')`;

/** What the price of an item is for the reader: his list, the tier that is reached, in his currency and tax, less promotions. */
const price = `
left join lateral (
  with offer as (
    select k.rank, k.list_id, k.currency, k.is_tax_inclusive, s.unit_price, s.from_quantity
    from lists k join sales_price s on s.price_list_id = k.list_id and s.item_id = p.id and s.unit_code = p.unit_code and ${today} between s.valid_from and s.valid_to
    union all
    select 4, null, p.currency, false, p.list_price, 0 where p.list_price is not null),
  chosen as (select * from offer where from_quantity <= 1 order by rank, from_quantity desc limit 1),
  exact as (
    select c.*, case when c.currency = t.currency then 1 else promising_rate(c.currency, ${today}) / nullif(promising_rate(t.currency, ${today}), 0) end
      * case when c.is_tax_inclusive = t.is_inclusive then 1 when t.is_inclusive then 1 + t.tax_rate else 1 / (1 + t.tax_rate) end as factor
    from chosen c)
  select json_build_object('discount', trim_scale(coalesce(m.discount, 0))::text, 'promotion', m.name_en, 'unitPrice', ${money('round(e.unit_price * e.factor, 4)')},
    'netPrice', ${money('round(round(e.unit_price * e.factor, 4) * (1 - coalesce(m.discount, 0)), 4)')},
    'tiers', (select json_agg(json_build_object('fromQuantity', trim_scale(o.from_quantity)::text, 'unitPrice', ${money('round(o.unit_price * e.factor, 4)')},
        '__typename', 'CataloguePriceTier') order by o.from_quantity)
      from offer o where o.rank = e.rank and o.list_id is not distinct from e.list_id), '__typename', 'CataloguePrice') as shown
  from exact e left join lateral (
    select m.discount, m.name_en from sales_promotion m
    where m.is_active and ${today} between m.valid_from and m.valid_to and m.from_quantity <= 1 and (m.customer_id is null or m.customer_id = (select app_org()))
      and (m.item_id is null or m.item_id = p.id) and (m.category_id is null or m.category_id = p.category_id) and (e.rank > 1 or m.applies_to_contracts)
    order by m.discount desc, m.code limit 1) m on true
  where e.factor is not null) c on true`;

const amount = `case d.detail when 'DATES_ONLY' then null else json_build_object('value',
  trim_scale(case d.detail when 'EXACT' then s.quantity else promising_class(s.quantity) end)::text, 'unit', p.unit_code, '__typename', 'Quantity') end`;

/** What a customer may buy, by name, at its price, with what can be promised of it as exactly as it may know. */
export const catalogue: Statement = {
  text: `
with page as materialized (
  select i.* from catalog_item i where i.is_sellable and i.is_active order by i.name_en, i.id limit $1::int + 1),
t as materialized (
  select coalesce(c.currency, o.currency) as currency, coalesce(c.is_tax_inclusive, false) as is_inclusive, coalesce(c.tax_rate, 0) as tax_rate, c.price_list_id,
    coalesce(c.site_id, (select s.id from catalog_site s where s.is_active order by s.code limit 1)) as site_id
  from identity_organisation o left join sales_customer_terms c on c.customer_id = o.id where o.id = (select app_org())),
lists as materialized (
  select case when l.customer_id is not null then 1 when l.id = t.price_list_id then 2 else 3 end as rank, l.id as list_id, l.currency, l.is_tax_inclusive
  from t join sales_price_list l on l.is_active and ${today} between l.valid_from and l.valid_to
    and (l.customer_id = (select app_org()) or (l.customer_id is null and (l.is_default or l.id = t.price_list_id))))
select json_build_object('id', ${gid('cte', 'p.id')}, 'sku', p.sku, 'name', p.name_en, 'description', p.description, 'unit', p.unit_code,
    'item', json_build_object('id', ${gid('itm', 'p.id')}, '__typename', 'Item'),
    'category', case when g.id is not null then json_build_object('id', ${gid('cat', 'g.id')}, 'name', g.name_en, '__typename', 'ItemCategory') end,
    'price', c.shown,
    'availability', case when a.id is not null then json_build_object('detail', d.detail, 'isAvailable', a.available_now > 0, 'nextOn', a.next_on,
      'asOf', ${instant('a.as_of')}, 'steps', (select coalesce(json_agg(json_build_object('on', s."on", 'isAtLeast', d.detail = 'BUCKETED',
          'quantity', ${amount}, '__typename', 'AvailabilityStep') order by s."on" nulls first), '[]')
        from jsonb_to_recordset(a.steps) as s("on" date, quantity numeric)), '__typename', 'CatalogueAvailability') end,
    '__typename', 'CatalogueEntry')::text as node,
  ${cursor('p.name_en', 'p.id')} as cursor
from page p cross join t cross join (select catalog_availability() as detail) d ${price}
left join catalog_category g on g.id = p.category_id
left join promising_availability a on a.item_id = p.id and a.site_id = t.site_id
order by p.name_en, p.id`,
  values: ({ first }) => [first],
  finish: (rows, { first }) =>
    pageOf(
      'catalogue',
      'CatalogueEntry',
      rows.map((row) => row['node'] as string),
      Number(first),
      rows.map((row) => row['cursor'] as string),
    )
      .replace('"CatalogueEntryConnection"', '"CatalogueConnection"')
      .replaceAll('"CatalogueEntryEdge"', '"CatalogueEdge"'),
};
