import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../server/src/kernel/clock.ts';
import { importCsv } from '../../server/src/modules/integrations/load/import-csv.ts';
import { systemActor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { bring as bringTo, byPeriod as at, firstPeriods as numbers, printedRecord } from '../support/mrp-records.ts';

/** A Wednesday: period 1 begins on Monday the 23rd. */
const NOW = '2026-11-25T12:00:00Z';

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start(fixedClock(NOW))));
afterAll(() => app.close());

const bring = (files: Readonly<Record<string, string>>) => bringTo(app, files);
const record = (sku: string) => printedRecord(app, sku);

// On hand 37, 230 scheduled in week 1, gross 150,0,0,120,0,150,120,0, lead time 2 weeks.
// Source: Orlicky / Vollmann style record, as restated in the project's design notes.
const oneItem = (sku: string, rule: string) => ({
  items: `sku\n${sku}\n`,
  planning_items: `sku,lot_rule,lot_size,lot_periods,lead_time,lead_time_unit\n${sku},${rule},2,WEEK\n`,
  stock: `sku,quantity\n${sku},37\n`,
  scheduled_receipts: `sku,period,quantity\n${sku},1,230\n`,
  demand: `sku,period,quantity\n${sku},1,150\n${sku},4,120\n${sku},6,150\n${sku},7,120\n`,
});

describe('one item, on hand 37, scheduled 230 in week 1, lead time two weeks', () => {
  it('in fixed lots of 230', async () => {
    await bring(oneItem('FIXED', 'FIXED,230,'));
    const pump = await record('FIXED');
    expect(pump.bucket_start.slice(0, 3)).toEqual(['past due', '2026-11-23', '2026-11-30']);
    expect(numbers(pump.gross_requirements, 8)).toEqual([150, 0, 0, 120, 0, 150, 120, 0]);
    expect(numbers(pump.scheduled_receipts, 8)).toEqual([230, 0, 0, 0, 0, 0, 0, 0]);
    expect(numbers(pump.projected_on_hand, 8)).toEqual([117, 117, 117, 227, 227, 77, 187, 187]);
    expect(at(pump.planned_releases)).toEqual({ 2: 230, 5: 230 });
    expect(at(pump.planned_receipts)).toEqual({ 4: 230, 7: 230 });
  });

  it('for three periods at a time', async () => {
    await bring(oneItem('PERIOD', 'PERIOD,,3'));
    expect(at((await record('PERIOD')).planned_receipts)).toEqual({ 4: 153, 7: 120 });
  });

  it('lot for lot', async () => {
    await bring(oneItem('LOT', 'LOT_FOR_LOT,,'));
    const pump = await record('LOT');
    expect(at(pump.planned_receipts)).toEqual({ 4: 3, 6: 150, 7: 120 });
    expect(at(pump.net_requirements)).toEqual({ 4: 3, 6: 150, 7: 120 });
  });
});

// 100 shutters in week 4, 150 in week 8; each takes two frames and four sections, of which 70 are scheduled in week 1.
const shutters = (mark: string, multiple: string) => ({
  items: `sku\nSHUTTER-${mark}\nFRAME-${mark}\nSECTION-${mark}\n`,
  planning_items: `sku,lead_time,lead_time_unit,order_multiple\nSHUTTER-${mark},1,WEEK,\nFRAME-${mark},2,WEEK,\nSECTION-${mark},1,WEEK,${multiple}\n`,
  bills: `sku,component,quantity\nSHUTTER-${mark},FRAME-${mark},2\nSHUTTER-${mark},SECTION-${mark},4\n`,
  scheduled_receipts: `sku,period,quantity\nSECTION-${mark},1,70\n`,
  demand: `sku,period,quantity\nSHUTTER-${mark},4,100\nSHUTTER-${mark},8,150\n`,
});

describe('two levels: shutters, of which 100 are wanted in week 4 and 150 in week 8', () => {
  it('nets each level once, one lead time earlier', async () => {
    await bring(shutters('A', ''));
    expect(at((await record('SHUTTER-A')).planned_releases)).toEqual({ 3: 100, 7: 150 });
    expect(at((await record('FRAME-A')).planned_releases)).toEqual({ 1: 200, 5: 300 });
    const section = await record('SECTION-A');
    expect(at(section.gross_requirements)).toEqual({ 3: 400, 7: 600 });
    expect(at(section.planned_releases)).toEqual({ 2: 330, 6: 600 });
  });

  it('in multiples of 320', async () => {
    await bring(shutters('B', '320'));
    expect(at((await record('SECTION-B')).planned_releases)).toEqual({ 2: 640, 6: 320 });
  });
});

describe('what must not go wrong', () => {
  it('keeps what should have been released before today in the past-due bucket, and says so', async () => {
    await bring({
      items: 'sku\nLATE\n',
      planning_items: 'sku,lead_time,lead_time_unit\nLATE,3,WEEK\n',
      demand: 'sku,period,quantity\nLATE,2,40\n',
    });
    const late = await record('LATE');
    expect(at(late.planned_releases)).toEqual({ 0: 40 });
    expect(at(late.planned_receipts)).toEqual({ 2: 40 });
    expect(
      await app.owner.query(
        `select m.kind from planning_message m join catalog_item i on i.id = m.item_id where m.state = 'OPEN' and i.sku = 'LATE'`,
      ),
    ).toContainEqual({
      kind: 'PAST_DUE',
    });
  });

  it('keeps safety stock once, not once per row of demand: 250 and 1000 with 100 make 1350', async () => {
    await bring({
      items: 'sku,safety_stock\nSAFE,100\n',
      demand: 'sku,period,quantity,reference\nSAFE,1,250,A\nSAFE,1,1000,B\n',
    });
    const safe = await record('SAFE');
    expect(at(safe.planned_receipts)).toEqual({ 1: 1350 });
    expect(Number(safe.projected_on_hand[1])).toBe(100);
  });

  it('counts working days: five of them before a Monday is the Monday before, not the Wednesday', async () => {
    await bring({
      items: 'sku,lead_time_days\nDAYS,5\n',
      demand: 'sku,due_on,quantity\nDAYS,2026-12-21,10\n',
    });
    await record('DAYS');
    const orders = await app.owner.query(
      `select o.release_on::text as release, o.due_on::text as due from planning_planned_order o
       join catalog_item i on i.id = o.item_id where i.sku = 'DAYS'`,
    );
    expect(orders).toEqual([{ release: '2026-12-14', due: '2026-12-21' }]);
  });

  it('makes up for scrap in whole pieces: 90 good ones at ten per cent take 100', async () => {
    await bring({
      items: 'sku\nTABLE\nLEG\n',
      bills: 'sku,component,quantity,scrap\nTABLE,LEG,1,0.1\n',
      demand: 'sku,period,quantity\nTABLE,3,90\n',
    });
    expect(at((await record('LEG')).gross_requirements)).toEqual({ 3: 100 });
  });

  it('refuses a structure that loops, by file and line, and takes the rest', async () => {
    const files = {
      items: 'sku\nA\nB\nC\n',
      bills: 'sku,component,quantity\nA,B,1\nB,A,1\nC,B,2\n',
    };
    const { issues, files: counts } = await importCsv(
      app.database,
      systemActor('test'),
      Object.entries(files).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) })),
    );
    expect(issues.all.map(({ file, line, error }) => [file, line, error.code])).toEqual([
      ['bills.csv', 3, 'BILL_LOOPS'],
    ]);
    expect(counts['bills.csv']).toMatchObject({ inserted: 2, refused: 1 });
  });
});
