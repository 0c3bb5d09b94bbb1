import { newId } from '../../../kernel/id.ts';
import { customerTerms, priceLists, prices, promotions, territories } from '../templates/sales.templates.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';
import { upsert } from './upsert.ts';

const validity = ({ valid_from, valid_to }: { valid_from: string | null; valid_to: string | null }) => ({
  valid_from: valid_from ?? '-infinity',
  valid_to: valid_to ?? 'infinity',
});

export const territoryLoader = loader(territories, ({ work }, rows) =>
  upsert(
    work,
    { table: 'sales_territory', columns: 'id uuid, code text, name text, country char(2), area text', key: ['code'] },
    rows.map((row) => ({ ...row, id: newId() })),
  ),
);

export const priceListLoader = loader(priceLists, async (loading, rows) => {
  const customer = await resolve(loading, rows, 'customer', 'customer', (row) => row.customer);
  const columns =
    'id uuid, code text, name text, currency char(3), customer_id uuid, is_tax_inclusive boolean, is_default boolean, valid_from date, valid_to date, is_active boolean';
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    ...validity(row),
    id: newId(),
    customer_id: customer(row),
  }));
  return upsert(loading.work, { table: 'sales_price_list', columns, key: ['code'], hasVersion: true }, good);
});

export const priceLoader = loader(prices, async (loading, rows) => {
  const list = await resolve(loading, rows, 'price_list', 'priceList', (row) => row.price_list);
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const unit = await resolve(loading, rows, 'unit', 'unit', (row) => row.unit);
  const columns =
    'id uuid, price_list_id uuid, item_id uuid, unit_code text, from_quantity numeric, unit_price numeric(19,4), valid_from date, valid_to date';
  const key = ['price_list_id', 'item_id', 'unit_code', 'from_quantity', 'valid_from'];
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    ...validity(row),
    id: newId(),
    price_list_id: list(row),
    item_id: item(row),
    unit_code: unit(row),
  }));
  return upsert(loading.work, { table: 'sales_price', columns, key }, good);
});

export const customerTermsLoader = loader(customerTerms, async (loading, rows) => {
  const customer = await resolve(loading, rows, 'customer', 'customer', (row) => row.customer);
  const list = await resolve(loading, rows, 'price_list', 'priceList', (row) => row.price_list);
  const territory = await resolve(loading, rows, 'territory', 'territory', (row) => row.territory);
  const site = await resolve(loading, rows, 'site', 'site', (row) => row.site);
  const columns =
    'id uuid, customer_id uuid, currency char(3), price_list_id uuid, territory_id uuid, site_id uuid, payment_days int, credit_limit numeric(19,4), is_tax_inclusive boolean, tax_rounding text, tax_rate numeric(9,6), confirms_at_once boolean, cutoff_days int, allows_partial boolean';
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    id: newId(),
    customer_id: customer(row),
    price_list_id: list(row),
    territory_id: territory(row),
    site_id: site(row),
  }));
  const target = { table: 'sales_customer_terms', columns, key: ['customer_id'], hasVersion: true };
  return upsert(loading.work, target, good);
});

export const promotionLoader = loader(promotions, async (loading, rows) => {
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const category = await resolve(loading, rows, 'category', 'category', (row) => row.category);
  const customer = await resolve(loading, rows, 'customer', 'customer', (row) => row.customer);
  const columns =
    'id uuid, code text, name_en text, name_zh text, item_id uuid, category_id uuid, customer_id uuid, discount numeric(9,6), from_quantity numeric, applies_to_contracts boolean, valid_from date, valid_to date, is_active boolean';
  const good = stillGood(loading, rows).map((row) => ({
    ...row,
    valid_to: row.valid_to ?? 'infinity',
    id: newId(),
    item_id: item(row),
    category_id: category(row),
    customer_id: customer(row),
  }));
  return upsert(loading.work, { table: 'sales_promotion', columns, key: ['code'], hasVersion: true }, good);
});
