import { instantSql, localized, one, shape, value, type Arg, type Row } from '../../../platform/read/shape.ts';
import { categoryShape } from '../../catalog/item/category.shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';

/**
 * What one stock unit costs the reader today, as a row `p`; sales counts its days in UTC. No argument is a sub-select, or
 * Postgres would run the function for each row instead of making it part of the statement.
 */
const priceOf = (row: Row): string =>
  `promising_price(${row}.id, ${row}.unit_code, ${row}.category_id, ${row}.list_price, ${row}.currency, app_org(), (now() at time zone 'UTC')::date, 1) p`;

/** The price after promotions, for the order of a list; what has no price comes last. */
export const netPrice = (row: Row): string =>
  `coalesce((select round(p.unit_price * (1 - p.discount), 4) from ${priceOf(row)}), 999999999999)`;

const money = (amount: string): string =>
  `json_build_object('amount', trim_scale(${amount})::text, 'currency', p.currency)`;

const priceShown = (row: Row, arg: Arg): string => `(
  select json_build_object('unitPrice', ${money('p.unit_price')}, 'discount', trim_scale(p.discount)::text,
    'netPrice', ${money('round(p.unit_price * (1 - p.discount), 4)')},
    'promotion', case when ${arg.locale()} = 'zh-CN' and p.promotion_zh <> '' then p.promotion_zh else p.promotion_en end, 'tiers', p.tiers)
  from ${priceOf(row)})`;

/** The availability at the site that delivers to the reader, as a row `a`. */
export const availabilityAt = (row: Row): string =>
  `promising_availability a where a.item_id = ${row}.id and a.site_id = (select promising_site((select app_org())))`;

/** As exactly as the sharing policy says: the amount, a rough class of it, or only the day. */
const availabilityShown = (row: Row): string => `(
  select json_build_object('detail', d.detail, 'isAvailable', a.available_now > 0, 'nextOn', a.next_on,
    'asOf', ${instantSql('a.as_of')},
    'steps', (select coalesce(json_agg(json_build_object('on', s."on",
        'quantity', case d.detail when 'DATES_ONLY' then null else json_build_object('value',
          trim_scale(case d.detail when 'EXACT' then s.quantity else promising_class(s.quantity) end)::text, 'unit', ${row}.unit_code) end,
        'isAtLeast', d.detail = 'BUCKETED') order by s."on" nulls first), '[]')
      from jsonb_to_recordset(a.steps) as s("on" date, quantity numeric)))
  from (select (select catalog_availability()) as detail) d, ${availabilityAt(row)})`;

/** A customer sees what is on sale, at its own price. */
export const catalogueEntryShape = shape({
  type: 'CatalogueEntry',
  prefix: 'cte',
  table: 'catalog_item',
  visible: { CUSTOMER: (row) => `${row}.is_sellable and ${row}.is_active` },
  fields: {
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.id`,
    ),
    sku: value('sku'),
    name: localized('name_en', 'name_zh'),
    description: value('description'),
    unit: value('unit_code'),
    category: one(
      () => categoryShape,
      (row, child) => `${child}.id = ${row}.category_id`,
    ),
    price: value(priceShown),
    availability: value(availabilityShown),
  },
});
