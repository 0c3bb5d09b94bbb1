import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../server/src/kernel/clock.ts';
import { importCsv } from '../../server/src/modules/integrations/load/import-csv.ts';
import { recordText } from '../../server/src/modules/planning/planning.commands.ts';
import { systemActor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { bring, byPeriod, firstPeriods, printedRecord } from '../support/mrp-records.ts';

/** A Wednesday: period 1 begins on Monday the 23rd. */
let app: TestApp;
beforeAll(async () => void (app = await TestApp.start(fixedClock('2026-11-25T12:00:00Z'))));
afterAll(() => app.close());

const rows = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

/** What is said of files that are not as they should be. */
async function said(files: Readonly<Record<string, string>>) {
  const given = Object.entries(files).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) }));
  const { issues } = await importCsv(app.database, systemActor('test'), given);
  return issues.all.map(({ file, line, field, error }) => `${file}:${line} ${field} ${error.code}`);
}

describe('odd but legal', () => {
  it('takes files as spreadsheets leave them: mark, semicolons, columns in any order, empty lines', async () => {
    await bring(app, {
      items: '\uFEFFSKU;Name_EN\r\nODD;Pump\r\n',
      planning_items: '\uFEFFlead_time_unit;lot_size;lot_rule;lead_time;sku\r\nweek;25;FOQ;1;ODD\r\n\r\n',
      demand: '\uFEFFquantity;period;sku\r\n10.000000;3;ODD\r\n\r\n30.;4;ODD\r\n',
    });
    const { planned_receipts, planned_releases } = await printedRecord(app, 'ODD');
    expect([byPeriod(planned_receipts), byPeriod(planned_releases)]).toEqual([
      { 3: 25, 4: 25 },
      { 2: 25, 3: 25 },
    ]);
  });

  it('plans what has nothing but stock, and tells an item nobody knows from one that is planned nowhere', async () => {
    await bring(app, { items: 'sku\nSTILL\n', stock: 'sku,quantity\nSTILL,4\n' });
    const still = await printedRecord(app, 'STILL');
    expect(byPeriod(still.gross_requirements)).toEqual({});
    expect(firstPeriods(still.projected_on_hand, 52)).toEqual(Array.from({ length: 52 }, () => 4));
    await expect(recordText(app.database, 'STILL', 'ELSEWHERE')).rejects.toMatchObject({ code: 'NOT_PLANNED' });
    await expect(recordText(app.database, 'NOBODY', null)).rejects.toMatchObject({ code: 'UNKNOWN_SKU' });
  });

  it('leaves what is wanted after the horizon, and takes what is overdue into the past-due bucket', async () => {
    await bring(app, {
      items: 'sku\nEDGE\n',
      stock: 'sku,quantity\nEDGE,5\n',
      scheduled_receipts: 'sku,due_on,quantity,reference\nEDGE,2026-11-01,10,a\nEDGE,2026-12-30,20,b\n',
      demand: 'sku,due_on,quantity\nEDGE,2026-11-10,8\nEDGE,2026-12-10,30\nEDGE,2028-01-01,99\n',
    });
    const edge = await printedRecord(app, 'EDGE');
    expect(byPeriod(edge.gross_requirements)).toEqual({ 0: 8, 3: 30 });
    expect(byPeriod(edge.scheduled_receipts)).toEqual({ 0: 10, 6: 20 });
    expect(byPeriod(edge.planned_receipts)).toEqual({ 3: 23 });
  });

  it.each([
    ['L4L,,,0,30,', 'no more than 30 an order', { 2: 70, 3: 5, 5: 33 }],
    ['FOQ,25,,0,,', 'whole lots of 25', { 2: 75, 5: 50 }],
    ['POQ,,2,0,50,20', 'two weeks an order and in 20s', { 2: 80, 5: 40 }],
    ['L4L,,,7,,5', 'seven at least and in fives', { 2: 70, 3: 10, 5: 30 }],
    ['WW,,,0,,', 'orders cost nothing', { 2: 70, 3: 5, 5: 33 }],
  ])('%s: %s', async (settings, words, receipts) => {
    const sku = `RULE ${words}`;
    await bring(app, {
      items: rows('sku', sku),
      planning_items: rows(
        'sku,lot_rule,lot_size,lot_periods,minimum_quantity,maximum_quantity,order_multiple,order_cost,holding_cost',
        `${sku},${settings},0,0`,
      ),
      demand: rows('sku,period,quantity', `${sku},2,70`, `${sku},3,5`, `${sku},5,33`),
    });
    expect(byPeriod((await printedRecord(app, sku)).planned_receipts)).toEqual(receipts);
  });

  it('consumes forecasts by orders of their class, and plans beyond it what was not expected of that class', async () => {
    await bring(app, {
      items: 'sku\nCLASSED\n',
      demand: rows(
        'sku,period,quantity,kind,demand_class',
        'CLASSED,2,20,FORECAST,RETAIL',
        'CLASSED,2,30,FORECAST,EXPORT',
        'CLASSED,2,25,FIRM,RETAIL',
        'CLASSED,3,10,FORECAST,RETAIL',
        'CLASSED,3,4,FIRM,EXPORT',
        'CLASSED,4,10,FORECAST,RETAIL',
        'CLASSED,4,4,FIRM,',
      ),
    });
    const { gross_requirements } = await printedRecord(app, 'CLASSED');
    expect(byPeriod(gross_requirements)).toEqual({ 2: 55, 3: 14, 4: 10 });
  });

  it('uses the lowest alternate that is valid on the day of release, and lets the parts of a phantom take its place', async () => {
    await bring(app, {
      items: rows('sku', 'DESK', 'TOPLATE', 'OAK', 'ASH', 'SCREW'),
      planning_items: rows('sku,lead_time,lead_time_unit', 'DESK,1,WEEK', 'TOPLATE,2,WEEK'),
      bills: rows(
        'sku,alternate,component,position,quantity,is_phantom,scrap,valid_from,valid_to',
        'DESK,2,ASH,,5,,,,',
        'DESK,1,OAK,2,3,,,2026-11-23,2026-12-06',
        'DESK,1,TOPLATE,,2,yes,,,',
        'TOPLATE,,SCREW,,4,,0.5,,',
      ),
      demand: rows('sku,period,quantity', 'DESK,2,10', 'DESK,3,10', 'DESK,4,10'),
    });
    const gross = async (sku: string) => byPeriod((await printedRecord(app, sku)).gross_requirements);
    expect([await gross('OAK'), await gross('ASH'), await gross('TOPLATE')]).toEqual([{ 1: 30, 2: 30 }, {}, {}]);
    expect(await gross('SCREW')).toEqual({ 1: 160, 2: 160, 3: 160 });
  });
});

describe('what is wrong is named by file, line and column, and nothing of it goes in', () => {
  it('in planning data', async () => {
    expect(
      await said({
        items: rows('sku', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'),
        planning_items: rows(
          'sku,lot_rule,lot_size,lot_periods,minimum_quantity,maximum_quantity,scrap,lead_time',
          'P1,FIXED,,,,,,',
          'P2,POQ,,,,,,',
          'P3,EOQ,,,,,,',
          'P4,,,,10,5,,',
          'P5,,,,,,1,',
          'P6,MANY,,,,,,',
          'P7,,,,,,,1.5',
        ),
      }),
    ).toEqual([
      'planning_items.csv:6 scrap CELL_OUT_OF_RANGE',
      'planning_items.csv:7 lot_rule CELL_INVALID',
      'planning_items.csv:8 lead_time CELL_INVALID',
      'planning_items.csv:2 lot_size INVALID_LOT_RULE',
      'planning_items.csv:3 lot_periods INVALID_LOT_RULE',
      'planning_items.csv:4 lot_size INVALID_LOT_RULE',
      'planning_items.csv:5 maximum_quantity INVALID_PLANNING_DATA',
    ]);
    expect(
      await app.owner.query(
        `select from planning_item p join catalog_item i on i.id = p.item_id where i.sku ~ '^P\\d$'`,
      ),
    ).toEqual([]);
  });

  it('where two rows turn out to mean the same', async () => {
    expect(
      await said({
        items: rows('sku', 'T1', 'T2', 'T3'),
        planning_items: rows('sku,site,lead_time', 'T1,,1', 'T1,MAIN,2'),
        stock: rows('sku,site,location,quantity', 'T1,,,3', 'T1,MAIN,STORAGE,4'),
        bills: rows('sku,component,position,quantity', 'T1,T2,1,1', 'T1,T3,1,2'),
        demand: rows('sku,period,due_on,quantity', 'T1,1,,4', 'T1,,2026-11-23,5', 'T1,2,,3'),
        scheduled_receipts: rows('sku,period,quantity', 'T1,1,4', 'T1,1,4'),
      }),
    ).toEqual([
      'scheduled_receipts.csv:3 sku+site+due_on+period+reference ROW_REPEATED',
      'stock.csv:3 location ROW_REPEATED',
      'planning_items.csv:3 site ROW_REPEATED',
      'bills.csv:3 position ROW_REPEATED',
      'demand.csv:3 due_on ROW_REPEATED',
    ]);
    expect(byPeriod((await printedRecord(app, 'T1')).gross_requirements)).toEqual({ 2: 3 });
  });

  it('in structure, stock and demand', async () => {
    expect(
      await said({
        items: rows('sku', 'X1', 'X2'),
        stock: rows('sku,quantity', 'X1,-5', 'X9,3'),
        bills: rows('sku,component,quantity,scrap', 'X1,X9,1,', 'X2,X1,0,', 'X2,X1,1,1.2'),
        demand: rows('sku,period,quantity', 'X1,1,"1,000"', 'X1,1.5,3', 'X1,2,', 'X1,3,1.2345678', 'X1,,3'),
        scheduled_receipts: rows('sku,due_on,quantity', 'X1,11/23/2026,3', 'X1,2026-02-30,1'),
      }),
    ).toEqual([
      'stock.csv:2 quantity CELL_OUT_OF_RANGE',
      'bills.csv:3 quantity CELL_OUT_OF_RANGE',
      'bills.csv:4 scrap CELL_OUT_OF_RANGE',
      'bills.csv:4 sku+site+revision+alternate+component+position+valid_from ROW_REPEATED',
      'demand.csv:2 quantity CELL_INVALID',
      'demand.csv:3 period CELL_INVALID',
      'demand.csv:4 quantity CELL_MISSING',
      'demand.csv:5 quantity CELL_INVALID',
      'demand.csv:6 sku+site+kind+demand_class+due_on+period+reference ROW_REPEATED',
      'scheduled_receipts.csv:2 due_on CELL_INVALID',
      'scheduled_receipts.csv:3 due_on CELL_INVALID',
      'scheduled_receipts.csv:3 sku+site+due_on+period+reference ROW_REPEATED',
      'stock.csv:3 sku UNKNOWN_REFERENCE',
      'bills.csv:2 component UNKNOWN_REFERENCE',
    ]);
  });
});
