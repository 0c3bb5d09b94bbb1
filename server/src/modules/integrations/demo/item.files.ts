import { demoItems, limitsOf, type DemoItem } from './items.data.ts';

const LEAD_DAYS: Readonly<Record<string, number>> = { ALPINE: 15, VOLTCELL: 5, HELI: 7, RUIDA: 4 };
const stored = ({ category }: DemoItem): string => (category === 'POWER' || category === 'MOTOR' ? 'B-01' : 'A-01');
const file = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))].join('\n');

const bought = demoItems.filter(({ supplier }) => supplier !== null);
const made = demoItems.filter(({ category }) => category === 'BIKE');

/** Parts that customers may order, too. */
const SPARES = new Set([
  'MOT-250-R',
  'MOT-350-M',
  'CTRL-36',
  'DISP-LCD',
  'BRK-PAD',
  'CHAIN-112',
  'SADDLE-C',
  'TIRE-26-175',
]);

/** What batteries are there belongs to their supplier until it is used: the rest is ours. */
const ownerOf = ({ supplier, sku }: DemoItem): string =>
  supplier === 'VOLTCELL' && sku.startsWith('BAT') ? 'VOLTCELL' : '';

const stockOf = (item: DemoItem): (string | number)[][] => {
  const amount = Math.round(item.daily * item.cover);
  const reserve = Math.round(item.daily * 2);
  return [
    [item.sku, 'SH', stored(item), ownerOf(item), amount],
    ...(item.pack > 20 && amount > 0 ? [[item.sku, 'SZ', 'S-01', '', reserve]] : []),
  ];
};

/** The demo's items, terms and stock, as the files that anybody could bring. */
export const itemFiles: Readonly<Record<string, string>> = {
  items: file(
    'sku,name_en,name_zh,unit,supply,category,is_sellable,standard_cost,list_price,currency,safety_stock,reorder_point,lead_time_days',
    demoItems.map((item) => {
      const { minimum, reorderPoint } = limitsOf(item);
      const isBike = item.category === 'BIKE';
      const cost = isBike ? item.price * 0.6 : item.price;
      const supply = item.supplier ? 'BUY' : 'MAKE';
      const days = item.supplier ? (LEAD_DAYS[item.supplier] ?? 0) : 3;
      return [
        item.sku,
        item.en,
        item.zh,
        'EA',
        supply,
        item.category,
        isBike || SPARES.has(item.sku) ? 'yes' : 'no',
        cost.toFixed(2),
        (isBike ? item.price : item.price * 1.4).toFixed(2),
        'CNY',
        minimum,
        reorderPoint,
        days,
      ];
    }),
  ),
  item_units: file(
    'sku,unit,numerator,denominator',
    bought.map(({ sku, pack }) => [sku, 'BOX', pack, 1]),
  ),
  supplier_items: file(
    'supplier,sku,supplier_sku,order_unit,numerator,denominator,minimum_quantity,order_multiple,lead_time_days,currency,is_preferred',
    bought.map(({ supplier, sku, pack }) => [
      supplier ?? '',
      sku,
      `${supplier?.slice(0, 2)}-${sku}`,
      'BOX',
      pack,
      1,
      1,
      1,
      LEAD_DAYS[supplier ?? ''] ?? 0,
      'CNY',
      'yes',
    ]),
  ),
  price_breaks: file(
    'supplier,sku,from_quantity,unit_price',
    bought.flatMap(({ supplier, sku, pack, price }) => [
      [supplier ?? '', sku, 0, (price * pack).toFixed(4)],
      [supplier ?? '', sku, 20, (price * pack * 0.96).toFixed(4)],
      [supplier ?? '', sku, 100, (price * pack * 0.92).toFixed(4)],
    ]),
  ),
  stock: file('sku,site,location,owner,quantity', [
    ...demoItems.filter(({ daily }) => daily > 0).flatMap(stockOf),
    ...made.map(({ sku }, index) => [sku, 'SZ', 'S-01', '', 24 + index * 13]),
    ...made.map(({ sku }, index) => [sku, 'SH', 'B-01', '', 8 + index * 3]),
  ]),
};
