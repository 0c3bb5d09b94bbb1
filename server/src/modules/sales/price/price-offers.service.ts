import { Decimal } from '../../../kernel/decimal.ts';
import { Ratio } from '../../../kernel/unit.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { PriceOffer, PriceSource, PromotionOffer } from './price.calc.ts';

/** For whom, in which currency, with which taxes, and on which day. */
export interface PricingTerms {
  readonly customerId: string;
  readonly currency: string;
  readonly isTaxInclusive: boolean;
  readonly on: string;
}

/** Every price and promotion that could hold for an item. */
export interface OffersOfItem {
  readonly prices: readonly PriceOffer[];
  readonly promotions: readonly PromotionOffer[];
}

interface PriceRow {
  item_id: string;
  source: PriceSource;
  code: string;
  name: string;
  currency: string;
  is_tax_inclusive: boolean;
  unit_code: string;
  numerator: string;
  denominator: string;
  from_quantity: string;
  unit_price: string;
}

interface PromotionRow {
  item_id: string;
  code: string;
  name_en: string;
  name_zh: string;
  discount: string;
  from_quantity: string;
  applies_to_contracts: boolean;
}

/** The offers of these items for this customer on this day, in two statements. */
export async function readOffers(
  work: Work,
  { customerId, on }: PricingTerms,
  itemIds: readonly string[],
): Promise<Map<string, OffersOfItem>> {
  const [prices, promotions] = await together(
    work.send<PriceRow>(PRICES, [customerId, on, itemIds]),
    work.send<PromotionRow>(PROMOTIONS, [customerId, on, itemIds]),
  );
  return new Map(
    itemIds.map((itemId) => [
      itemId,
      {
        prices: prices.filter((row) => row.item_id === itemId).map(offerOf),
        promotions: promotions.filter((row) => row.item_id === itemId).map(promotionOf),
      },
    ]),
  );
}

// Both: of the customer $1, on the day $2, for the items $3.
const PRICES = `
  select p.item_id, l.source, l.code, l.name, l.currency, l.is_tax_inclusive, p.unit_code,
         coalesce(u.numerator, 1)::text as numerator, coalesce(u.denominator, 1)::text as denominator,
         p.from_quantity::text, p.unit_price::text
  from (select l.*, case when l.customer_id is not null then 'CONTRACT'
                         when l.id = t.price_list_id then 'PRICE_LIST' else 'DEFAULT_LIST' end as source
        from sales_price_list l left join sales_customer_terms t on t.customer_id = $1
        where l.is_active and $2::date between l.valid_from and l.valid_to
          and (l.customer_id = $1 or (l.customer_id is null and (l.is_default or l.id = t.price_list_id)))) as l
  join sales_price p on p.price_list_id = l.id and p.item_id = any($3::uuid[]) and $2::date between p.valid_from and p.valid_to
  join catalog_item i on i.id = p.item_id
  left join catalog_item_unit u on u.item_id = p.item_id and u.unit_code = p.unit_code
  where u.id is not null or p.unit_code = i.unit_code
  union all
  select i.id, 'CATALOGUE', '', '', i.currency, false, i.unit_code, '1', '1', '0', i.list_price::text
  from catalog_item i where i.id = any($3::uuid[]) and i.list_price is not null`;
const PROMOTIONS = `
  select i.id as item_id, p.code, p.name_en, p.name_zh, p.discount::text, p.from_quantity::text, p.applies_to_contracts
  from catalog_item i join sales_promotion p
    on p.is_active and $2::date between p.valid_from and p.valid_to
   and (p.customer_id is null or p.customer_id = $1)
   and (p.item_id is null or p.item_id = i.id) and (p.category_id is null or p.category_id = i.category_id)
  where i.id = any($3::uuid[])`;

const offerOf = (row: PriceRow): PriceOffer => ({
  source: row.source,
  listCode: row.code,
  listName: row.name,
  currency: row.currency,
  isTaxInclusive: row.is_tax_inclusive,
  unitCode: row.unit_code,
  ratio: Ratio.of(BigInt(row.numerator), BigInt(row.denominator)),
  fromQuantity: new Decimal(row.from_quantity),
  unitPrice: new Decimal(row.unit_price),
});

const promotionOf = (row: PromotionRow): PromotionOffer => ({
  code: row.code,
  nameEn: row.name_en,
  nameZh: row.name_zh,
  discount: new Decimal(row.discount),
  fromQuantity: new Decimal(row.from_quantity),
  appliesToContracts: row.applies_to_contracts,
});
