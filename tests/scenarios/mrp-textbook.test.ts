import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../server/src/kernel/clock.ts';
import { TestApp } from '../support/app.ts';
import { bring, byPeriod, firstPeriods, printedRecord } from '../support/mrp-records.ts';

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start(fixedClock('2026-11-25T12:00:00Z'))));
afterAll(() => app.close());

const rows = (head: string, lines: readonly string[]) => `${[head, ...lines].join('\n')}\n`;
const weekly = (sku: string, amounts: readonly number[]) =>
  amounts.flatMap((amount, week) => (amount === 0 ? [] : [`${sku},${week + 1},${amount}`]));

/** One item under a rule: gross requirements by week from 1, lead time in weeks. */
async function plan(
  sku: string,
  rule: string,
  gross: readonly number[],
  { stock = 0, lead = 1, order = 100, hold = 1 },
) {
  await bring(app, {
    items: rows('sku', [sku]),
    planning_items: rows('sku,lot_rule,lot_size,lot_periods,order_cost,holding_cost,lead_time,lead_time_unit', [
      `${sku},${rule},${order},${hold},${lead},WEEK`,
    ]),
    stock: rows('sku,quantity', [`${sku},${stock}`]),
    demand: rows('sku,period,quantity', weekly(sku, gross)),
  });
  const record = await printedRecord(app, sku);
  const receipts = byPeriod(record.planned_receipts);
  const held = firstPeriods(record.projected_on_hand, gross.length).reduce((sum, end) => sum + end, 0);
  return {
    receipts,
    releases: byPeriod(record.planned_releases),
    cost: order * Object.keys(receipts).length + hold * held,
  };
}

// Gross 35,30,40,0,10,40,30,0,30,55; 35 on hand; lead time a week; 100 an order, 1 a unit and week.
// Source: Heizer and Render, Operations Management, Material Requirements Planning, lot-sizing examples.
describe('lot sizing by Heizer and Render', () => {
  const gross = [35, 30, 40, 0, 10, 40, 30, 0, 30, 55];
  const sized = (rule: string) => plan(`HR-${rule.split(',')[0]}`, rule, gross, { stock: 35 });

  it('lot for lot costs 700', async () => {
    const { receipts, releases, cost } = await sized('LOT_FOR_LOT,,');
    expect(receipts).toEqual({ 2: 30, 3: 40, 5: 10, 6: 40, 7: 30, 9: 30, 10: 55 });
    expect(releases).toEqual({ 1: 30, 2: 40, 4: 10, 5: 40, 6: 30, 8: 30, 9: 55 });
    expect(cost).toBe(700);
  });

  it('the economic quantity is 73, and costs 775', async () => {
    expect(await sized('EOQ,,')).toMatchObject({ receipts: { 2: 73, 5: 73, 7: 73, 10: 73 }, cost: 775 });
  });

  it('three periods an order cost 495', async () => {
    expect(await sized('PERIOD,,3')).toMatchObject({ receipts: { 2: 70, 5: 80, 9: 85 }, cost: 495 });
  });

  it('part-period balancing costs 490', async () => {
    expect(await sized('PART_PERIOD,,')).toMatchObject({ receipts: { 2: 80, 6: 100, 10: 55 }, cost: 490 });
  });

  it('Wagner-Whitin costs 455', async () => {
    expect(await sized('WAGNER_WHITIN,,')).toMatchObject({ cost: 455 });
  });
});

// Source: Hopp and Spearman, Factory Physics: 20,50,10,50,50,10,20,40,20,30, 100 an order, 1 a unit and week.
describe('lot sizing by Hopp and Spearman', () => {
  const gross = [20, 50, 10, 50, 50, 10, 20, 40, 20, 30];
  it.each([
    ['LOT_FOR_LOT', 1000],
    ['SILVER_MEAL', 620],
    ['LEAST_UNIT_COST', 650],
    ['WAGNER_WHITIN', 580],
  ])('%s costs %d', async (rule, cost) => {
    expect((await plan(`HS-${rule}`, `${rule},,`, gross, { lead: 0 })).cost).toBe(cost);
  });
});

// A of 2 B and 3 C; B of 2 D and 2 E; C of 2 E and 2 F; F of 2 D and 1 G. Lead times 1,2,1,1,2,3,2 weeks; 50 A in week 8.
// Source: Heizer and Render, Operations Management, "Awesome" speaker kits.
describe('speaker kits over four levels, with parts that are shared', () => {
  const files = (mark: string, stock: readonly number[]) => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name) => name + mark);
    const leads = [1, 2, 1, 1, 2, 3, 2];
    const bill = ['A,B,2', 'A,C,3', 'B,D,2', 'B,E,2', 'C,E,2', 'C,F,2', 'F,D,2', 'F,G,1'];
    return {
      items: rows('sku', names),
      planning_items: rows(
        'sku,lead_time,lead_time_unit',
        names.map((name, at) => `${name},${leads[at]},WEEK`),
      ),
      bills: rows(
        'sku,component,quantity',
        bill.map((line) => line.replace(/[A-G]/g, (name) => name + mark)),
      ),
      stock: rows(
        'sku,quantity',
        names.map((name, at) => `${name},${stock[at]}`),
      ),
      demand: rows('sku,period,quantity', [`${names[0]},8,50`]),
    };
  };
  const releases = async (mark: string) =>
    Object.fromEntries(
      await Promise.all(
        ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(async (name) => [
          name,
          byPeriod((await printedRecord(app, name + mark)).planned_releases),
        ]),
      ),
    ) as Record<string, Record<number, number>>;

  it('gross plan: nothing in stock', async () => {
    await bring(app, files('1', [0, 0, 0, 0, 0, 0, 0]));
    expect(await releases('1')).toEqual({
      A: { 7: 50 },
      B: { 5: 100 },
      C: { 6: 150 },
      D: { 2: 600, 4: 200 },
      E: { 3: 200, 4: 300 },
      F: { 3: 300 },
      G: { 1: 300 },
    });
  });

  it('net plan: 10, 15, 20, 10, 10, 5 and 0 in stock', async () => {
    await bring(app, files('2', [10, 15, 20, 10, 10, 5, 0]));
    expect(await releases('2')).toEqual({
      A: { 7: 40 },
      B: { 5: 65 },
      C: { 6: 100 },
      D: { 2: 380, 4: 130 },
      E: { 3: 120, 4: 200 },
      F: { 3: 195 },
      G: { 1: 195 },
    });
  });
});

describe('what a record must say beside the textbook', () => {
  const single = async (sku: string, settings: string, files: Record<string, string>) => {
    const [names, values] = settings.split('=');
    await bring(app, {
      items: rows('sku', [sku]),
      planning_items: rows(`sku,lead_time,lead_time_unit,${names}`, [`${sku},${values}`]),
      ...files,
    });
    return printedRecord(app, sku);
  };
  const demand = (sku: string, gross: readonly number[]) => ({
    demand: rows('sku,period,quantity', weekly(sku, gross)),
  });

  it('orders at least the minimum, in whole multiples above it', async () => {
    const { planned_receipts } = await single(
      'MINMUL',
      'minimum_quantity,order_multiple=1,WEEK,50,20',
      demand('MINMUL', [0, 30, 55, 0]),
    );
    expect(byPeriod(planned_receipts)).toEqual({ 2: 60, 3: 60 });
  });

  it('keeps safety stock from the first week on, and lets scheduled receipts that are late bring their share', async () => {
    const record = await single('SAFELATE', 'safety_stock=1,WEEK,20', {
      stock: rows('sku,quantity', ['SAFELATE,25']),
      scheduled_receipts: rows('sku,period,quantity', ['SAFELATE,0,10', 'SAFELATE,3,40']),
      ...demand('SAFELATE', [10, 20, 10]),
    });
    expect(record.scheduled_receipts.slice(0, 4).map(Number)).toEqual([10, 0, 0, 40]);
    expect(byPeriod(record.net_requirements)).toEqual({ 2: 15 });
    expect(record.projected_on_hand.slice(0, 4).map(Number)).toEqual([35, 25, 20, 50]);
  });

  it('receives and releases in the same week without a lead time, also what is past due', async () => {
    const record = await single('NOW', 'lot_rule=0,WEEK,LOT_FOR_LOT', {
      demand: rows('sku,period,quantity', ['NOW,0,7', 'NOW,1,5', 'NOW,3,9']),
    });
    expect(record.gross_requirements.slice(0, 4).map(Number)).toEqual([7, 5, 0, 9]);
    expect(byPeriod(record.planned_receipts)).toEqual({ 0: 7, 1: 5, 3: 9 });
    expect(byPeriod(record.planned_releases)).toEqual({ 0: 7, 1: 5, 3: 9 });
  });

  it('starts more than it receives where a part is lost, and asks the components for what is started', async () => {
    await bring(app, {
      items: rows('sku', ['LOSSY', 'RAW']),
      planning_items: rows('sku,lead_time,lead_time_unit,scrap', ['LOSSY,1,WEEK,0.1', 'RAW,1,WEEK,0']),
      bills: rows('sku,component,quantity', ['LOSSY,RAW,2']),
      demand: rows('sku,period,quantity', ['LOSSY,4,90']),
    });
    const lossy = await printedRecord(app, 'LOSSY');
    expect([byPeriod(lossy.planned_receipts), byPeriod(lossy.planned_releases)]).toEqual([{ 4: 90 }, { 3: 100 }]);
    expect(byPeriod((await printedRecord(app, 'RAW')).gross_requirements)).toEqual({ 3: 200 });
  });

  it('adds what others ask of a part to what is asked of the part itself, as spare parts are', async () => {
    await bring(app, {
      items: rows('sku', ['CAR', 'TYRE']),
      planning_items: rows('sku,lead_time,lead_time_unit', ['CAR,1,WEEK', 'TYRE,1,WEEK']),
      bills: rows('sku,component,quantity', ['CAR,TYRE,4']),
      demand: rows('sku,period,quantity', ['CAR,3,10', 'TYRE,2,6', 'TYRE,5,8']),
    });
    expect(byPeriod((await printedRecord(app, 'TYRE')).gross_requirements)).toEqual({ 2: 46, 5: 8 });
  });

  it('plans an item at two sites apart, each from its own stock', async () => {
    await bring(app, {
      sites: rows('code,name', ['EAST,East', 'WEST,West']),
      items: rows('sku', ['TWIN']),
      planning_items: rows('sku,site,lead_time,lead_time_unit', ['TWIN,EAST,1,WEEK', 'TWIN,WEST,2,WEEK']),
      stock: rows('sku,site,quantity', ['TWIN,WEST,5']),
      demand: rows('sku,site,period,quantity', ['TWIN,EAST,4,10', 'TWIN,WEST,4,10']),
    });
    expect(byPeriod((await printedRecord(app, 'TWIN', 'EAST')).planned_releases)).toEqual({ 3: 10 });
    expect(byPeriod((await printedRecord(app, 'TWIN', 'WEST')).planned_releases)).toEqual({ 2: 5 });
  });
});
