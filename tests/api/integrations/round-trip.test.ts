import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportCsv } from '../../../server/src/modules/integrations/export/export-csv.ts';
import { importCsv, type SourceFile } from '../../../server/src/modules/integrations/load/import-csv.ts';
import { systemActor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { demoDatabase } from '../../support/demo-database.ts';

const operator = systemActor('test');
let full: TestApp;
let empty: TestApp;
let files: SourceFile[];

// What the demo company need not have: a file of every kind of sales terms, and orders with and without lines.
const table = (name: string, ...lines: string[]): SourceFile => ({
  name: `${name}.csv`,
  bytes: Buffer.from(lines.join('\n') + '\n'),
});
const SALES: readonly SourceFile[] = [
  table('territories', 'code,name,country,area', 'T-1,East,CN,Asia'),
  table('customers', 'number,name', 'RT-1,Round Trip Ltd'),
  table('price_lists', 'code,name,currency,customer', 'RT,Contract of Round Trip,USD,RT-1'),
  table('prices', 'price_list,sku,unit,from_quantity,unit_price,valid_from', 'RT,BR-6001,EA,10,9.5,2026-01-01'),
  table('customer_terms', 'customer,territory,site,tax_rate,credit_limit', 'RT-1,T-1,SH,0.13,5000'),
  table('promotions', 'code,name_en,sku,discount,valid_from', 'RT-SALE,Sale,BR-6001,0.1,2026-01-01'),
  table(
    'sales_orders',
    'number,customer,site,ordered_on,state,subtotal,line_no,sku,unit,quantity,unit_price,discount,delivered_quantity,confirmed_on',
    'RT-SO-1,RT-1,SH,2026-05-01,CLOSED,,1,BR-6001,EA,10,9.5,0.1,10,2026-05-05',
    'RT-SO-1,RT-1,SH,2026-05-01,CLOSED,,2,BR-6201,EA,4,2,0,4,2026-05-05',
    'RT-SO-2,RT-1,SH,2026-05-02,CLOSED,120.5,0,,,,,,,',
    'RT-SO-3,RT-1,SH,2026-05-03,CONFIRMED,,1,BR-6001,EA,3,9.5,0,1,2026-05-09',
  ),
];

const textOf = (all: readonly SourceFile[]) =>
  Object.fromEntries(all.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('utf8')]));
const csv = (name: string, text: string): SourceFile => ({ name: `${name}.csv`, bytes: Buffer.from(text) });
const bring = (...given: SourceFile[]) => importCsv(empty.database, operator, given);
const found = async (...given: SourceFile[]) => {
  const { issues, files: counts } = await bring(...given);
  return {
    counts,
    issues: issues.all.map(({ file, line, field, error }) => [file, line, field, error.code]),
  };
};

beforeAll(async () => {
  full = await TestApp.over(await demoDatabase());
  empty = await TestApp.start();
  const { issues } = await importCsv(full.database, operator, SALES);
  expect(issues.all).toEqual([]);
  files = await exportCsv(full.database, operator);
});
afterAll(async () => {
  await full.close();
  await empty.close();
});

it('gives out files that an empty system takes in and gives out again, byte for byte', async () => {
  const { issues, files: counts } = await bring(...files);
  expect(issues.all).toEqual([]);
  expect(Object.values(counts).every(({ rows, inserted }) => rows > 0 && inserted > 0)).toBe(true);
  expect(textOf(await exportCsv(empty.database, operator))).toEqual(textOf(files));
});

it('changes nothing when the same files come again', async () => {
  const versions = () => empty.owner.query('select sum(version) as v, count(*) as n from catalog_item');
  const before = [await versions(), await empty.owner.query('select count(*) as n from inventory_stock_move')];
  const { files: counts } = await bring(...files);
  for (const [file, { inserted, updated, refused }] of Object.entries(counts))
    expect({ file, inserted, updated, refused }).toEqual({ file, inserted: 0, updated: 0, refused: 0 });
  expect([await versions(), await empty.owner.query('select count(*) as n from inventory_stock_move')]).toEqual(before);
});

it('writes only the rows that differ', async () => {
  const { counts } = await found(csv('units', 'code,name_en,name_zh\nEA,Each,个\nBOX,Carton,箱\nROLL,Roll,卷\n'));
  expect(counts['units.csv']).toMatchObject({ inserted: 1, updated: 1, unchanged: 1, refused: 0 });
});

it('books a difference of stock as a move, and leaves the rest', async () => {
  const { counts } = await found(
    csv('stock', 'sku,site,location,quantity\nBR-6001,SH,A-01,900\nBR-6201,SH,A-01,1920\n'),
  );
  expect(counts['stock.csv']).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
  const moves = await empty.owner.query(
    `select m.reason, trim_scale(m.quantity)::text as quantity, f.kind from inventory_stock_move m join catalog_item i on i.id = m.item_id
     join catalog_location f on f.id = m.from_location_id where i.sku = 'BR-6001' order by m.recorded_at desc, m.id desc limit 1`,
  );
  expect(moves).toEqual([{ reason: 'COUNT', quantity: '36', kind: 'ADJUSTMENT' }]);
});

it('keeps an order with one unknown item out as a whole, and takes the others', async () => {
  const { issues, counts } = await found(
    csv(
      'purchase_orders',
      `number,supplier,site,ordered_on,line_no,sku,unit,requested_on,quantity
X-1,HELI,SH,2026-01-05,1,MOT-250-R,BOX,2026-02-01,4
X-1,HELI,SH,2026-01-05,2,NO-SUCH,BOX,2026-02-01,4
X-2,HELI,SH,2026-01-05,1,MOT-250-R,BOX,2026-02-01,4
X-3,HELI,SH,2026-01-05,1,MOT-250-R,BOX,2026-02-01,4
X-3,RUIDA,SH,2026-01-05,2,MOT-350-M,BOX,2026-02-01,4
`,
    ),
  );
  expect(issues).toEqual([
    ['purchase_orders.csv', 6, 'supplier', 'DOCUMENT_CONTRADICTION'],
    ['purchase_orders.csv', 3, 'sku', 'UNKNOWN_REFERENCE'],
  ]);
  expect(counts['purchase_orders.csv']).toMatchObject({ inserted: 1, refused: 4 });
  const orders = await empty.owner.query(`select number from purchasing_order where number like 'X-%'`);
  expect(orders).toEqual([{ number: 'X-2' }]);
});

it('replaces a draft, and refuses to overwrite an order that was sent', async () => {
  const order = (state: string, quantity: number) =>
    csv(
      'purchase_orders',
      `number,supplier,site,ordered_on,state,line_no,sku,unit,requested_on,quantity\nX-2,HELI,SH,2026-01-05,${state},1,MOT-250-R,BOX,2026-02-01,${quantity}\n`,
    );
  expect((await found(order('DRAFT', 6))).counts['purchase_orders.csv']).toMatchObject({
    inserted: 0,
    updated: 1,
  });
  expect((await found(order('ISSUED', 6))).counts['purchase_orders.csv']).toMatchObject({ updated: 1 });
  expect((await found(order('ISSUED', 6))).counts['purchase_orders.csv']).toMatchObject({ unchanged: 1 });
  expect((await found(order('ISSUED', 7))).issues).toEqual([['purchase_orders.csv', 2, 'number', 'DOCUMENT_IN_USE']]);
});

it('narrows what only the database refuses down to its row', async () => {
  const { issues, counts } = await found(
    csv(
      'items',
      'sku,gtin,name_en,unit,supply\nN-1,6291041500213,One,EA,BUY\nN-2,6291041500213,Two,EA,BUY\nN-3,,Three,EA,BUY\n',
    ),
  );
  expect(issues).toHaveLength(1);
  expect(counts['items.csv']).toMatchObject({ inserted: 2, refused: 1 });
});

it('refuses a second company and files it does not know', async () => {
  expect((await found(csv('company', 'number,name\nOTHER,Other\n'))).issues).toHaveLength(1);
  await expect(bring(csv('horoscope', 'a\n1\n'))).rejects.toThrow('None of the files');
});
