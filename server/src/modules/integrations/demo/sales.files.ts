import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { numbersFrom } from './past.calc.ts';

/** Who buys, in which currency, and what a yuan is worth in it. */
export const BUYERS = [
  { customer: 'VELONORD', currency: 'EUR', rate: 7.8, country: 'DE' },
  { customer: 'PEDALCO', currency: 'USD', rate: 7.1, country: 'US' },
  { customer: 'CHENGQI', currency: 'CNY', rate: 1, country: 'CN' },
] as const;

const BIKES: readonly (readonly [sku: string, price: number])[] = [
  ['LH-CITY-1', 3980],
  ['LH-CITY-2', 4280],
  ['LH-TREK-1', 5680],
  ['LH-CARGO-1', 7980],
];
const ORDERS_EACH = 5;
/** What most orders of a bike have on a second line: from this the desk and the catalogue learn what to suggest. */
const SPARE_WITH: Readonly<Record<string, readonly [sku: string, price: number]>> = {
  'LH-CITY-1': ['BRK-PAD', 13.3],
  'LH-CITY-2': ['SADDLE-C', 67.2],
  'LH-TREK-1': ['CHAIN-112', 26.6],
  'LH-CARGO-1': ['TIRE-26-175', 47.6],
};

/** The terms of the demo's customers, a contract, a promotion, and what they ordered in the last months. */
export const salesFiles = (today: CalendarDate): Readonly<Record<string, string>> => ({
  territories: `code,name,country,area
EU,Northern Europe 北欧,DE,Europe
NA,North America 北美,US,America
CN,South China 华南,CN,Asia`,
  price_lists: `code,name,currency,customer
VN-2026,Velo Nord contract 年度合同,EUR,VELONORD`,
  prices: `price_list,sku,unit,from_quantity,unit_price
VN-2026,LH-CITY-1,EA,0,489
VN-2026,LH-CITY-1,EA,10,469
VN-2026,LH-CITY-2,EA,0,529
VN-2026,LH-TREK-1,EA,0,699`,
  customer_terms: `customer,currency,territory,site,payment_days,credit_limit,tax_rate,confirms_at_once
VELONORD,EUR,EU,SH,30,80000,0,yes
PEDALCO,USD,NA,SH,45,50000,0,no
CHENGQI,CNY,CN,SH,30,300000,0.13,yes`,
  promotions: `code,name_en,name_zh,sku,discount,valid_from,valid_to
AUTUMN,Season's end,季末促销,LH-CARGO-1,0.08,${addDays(today, -20)},${addDays(today, 25)}`,
  sales_orders: pastSales(today),
});

function pastSales(today: CalendarDate): string {
  const next = numbersFrom('past sales');
  const rows = BUYERS.flatMap(({ customer, currency, rate }, index) =>
    Array.from({ length: ORDERS_EACH }, (_, n) => {
      const [sku, price] = BIKES[(index + n) % BIKES.length] ?? ['LH-CITY-1', 3980];
      const quantity = 2 + Math.floor(next() * 9);
      const day = addDays(today, -100 + n * 18 + index);
      const number = `SO-${String(index * ORDERS_EACH + n + 1).padStart(6, '0')}`;
      const promised = addDays(day, 9);
      const lineOf = (line: number, what: string, unitPrice: number): string =>
        [
          ...[number, customer, 'SH', day, 'CLOSED', currency, rate, line, what, 'EA', quantity],
          ...[(unitPrice / rate).toFixed(2), promised, promised, quantity],
        ].join(',');
      const spare = n < ORDERS_EACH - 1 ? SPARE_WITH[sku] : undefined;
      return [lineOf(1, sku, price), ...(spare ? [lineOf(2, ...spare)] : [])];
    }).flat(),
  );
  const header =
    'number,customer,site,ordered_on,state,currency,exchange_rate,line_no,sku,unit,quantity,unit_price,requested_on,confirmed_on,delivered_quantity';
  return [header, ...rows].join('\n');
}
