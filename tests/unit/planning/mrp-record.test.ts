import { expect, it } from 'vitest';
import { planPlant, type PlantItem } from '../../support/small-plant.ts';

/** Weeks 1 to 8 of one item, as the worked record of the design gives it. */
const recordOf = (item: PlantItem) => {
  const record = planPlant({
    weeks: 8,
    items: {
      part: {
        onHand: 37,
        leadTime: 2,
        receipts: [{ week: 1, quantity: 230 }],
        gross: [150, 0, 0, 120, 0, 150, 120, 0],
        ...item,
      },
    },
  })['part']!;
  const inWeeks = (row: number[]) =>
    Object.fromEntries(row.flatMap((amount, week) => (amount ? [[week, amount]] : [])));
  return {
    projected: record.projected.slice(1),
    receipts: inWeeks(record.receipts),
    releases: inWeeks(record.releases),
  };
};

it('orders whole lots of 230, released two weeks earlier (supply.md, MRP record)', () => {
  expect(recordOf({ rule: 'FIXED', lotSize: 230 })).toEqual({
    projected: [117, 117, 117, 227, 227, 77, 187, 187],
    receipts: { 4: 230, 7: 230 },
    releases: { 2: 230, 5: 230 },
  });
});

it('joins what three periods need (supply.md, MRP record, POQ 3)', () => {
  expect(recordOf({ rule: 'PERIODS', lotSize: 3 }).receipts).toEqual({ 4: 153, 7: 120 });
});

it('orders just what is needed, lot for lot (supply.md, MRP record)', () => {
  expect(recordOf({}).receipts).toEqual({ 4: 3, 6: 150, 7: 120 });
});

it('keeps the safety stock once, however many requirements there are (erpnext PR#58806: 1350, not 1450)', () => {
  const { part } = planPlant({ weeks: 2, items: { part: { safetyStock: 100, gross: [250, 1000] } } });
  expect(part!.receipts.reduce((sum, receipt) => sum + receipt)).toBe(1350);
});

it('keeps a release that should have happened already in the past-due bucket', () => {
  const { part } = planPlant({ weeks: 3, items: { part: { leadTime: 2, gross: [5, 0, 7] } } });
  expect(part!.releases).toEqual([5, 7, 0, 0]);
});

it('receives a week earlier under a safety lead time of one week', () => {
  const { part } = planPlant({ weeks: 4, items: { part: { leadTime: 1, safetyLeadTime: 1, gross: [0, 0, 0, 8] } } });
  expect([part!.receipts, part!.releases]).toEqual([
    [0, 0, 0, 8, 0],
    [0, 0, 8, 0, 0],
  ]);
});

it('orders nothing inside the planning fence, and all that fell short by then after it', () => {
  const { part } = planPlant({ weeks: 4, items: { part: { fence: 3, gross: [5, 5, 5, 5] } } });
  expect([part!.receipts, part!.projected]).toEqual([
    [0, 0, 0, 15, 5],
    [0, -5, -10, 0, 0],
  ]);
});

it('brings open supply forward instead of ordering again, within the reach it is given', () => {
  const late = { gross: [0, 10, 0, 0], receipts: [{ week: 4, quantity: 10 }] };
  expect(planPlant({ weeks: 4, items: { part: late } })['part']!.receipts).toEqual([0, 0, 10, 0, 0]);
  expect(planPlant({ weeks: 4, items: { part: { ...late, expedite: 2 } } })['part']!.receipts).toEqual([0, 0, 0, 0, 0]);
});

it('keeps orders to minimum, multiple and maximum', () => {
  const { part } = planPlant({
    weeks: 3,
    items: { part: { minimum: 20, multiple: 6, gross: [3, 50, 0] } },
  });
  expect(part!.receipts).toEqual([0, 24, 30, 0]);
  const cut = planPlant({ weeks: 1, items: { part: { maximum: 40, gross: [100] } } })['part']!;
  expect(cut.receipts).toEqual([0, 100]);
});

it('follows the master schedule, less what open supply brings, whatever is needed', () => {
  const { part } = planPlant({
    weeks: 3,
    items: {
      part: {
        rule: 'MASTER_SCHEDULE',
        schedule: [0, 70, 70],
        gross: [30, 30, 30],
        receipts: [{ week: 2, quantity: 20 }],
      },
    },
  });
  expect(part!.receipts).toEqual([0, 0, 50, 70]);
});
