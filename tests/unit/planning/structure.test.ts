import { expect, it } from 'vitest';
import { planPlant, plantInput, type PlantItem } from '../../support/small-plant.ts';
import { lowLevelCodes } from '../../../server/src/modules/planning/mrp/low-level-code.calc.ts';
import { criticalPath, cumulativeLeadTimes } from '../../../server/src/modules/planning/mrp/longest-path.calc.ts';

/** 100 shutters in week 4 and 150 in week 8: two frames and four sections each (supply.md, two levels). */
const shutters = (section: PlantItem = {}) =>
  planPlant({
    weeks: 8,
    items: {
      shutter: { leadTime: 1, gross: [0, 0, 0, 100, 0, 0, 0, 150] },
      frame: { leadTime: 2 },
      section: { leadTime: 1, receipts: [{ week: 1, quantity: 70 }], ...section },
    },
    lines: [
      { parent: 'shutter', child: 'frame', per: 2 },
      { parent: 'shutter', child: 'section', per: 4 },
    ],
  });

it('releases 200 frames in week 1 and 300 in week 5', () => {
  expect(shutters()['frame']!.releases).toEqual([0, 200, 0, 0, 0, 300, 0, 0, 0]);
});

it('releases 330 sections in week 2 and 600 in week 6', () => {
  expect(shutters()['section']!.releases).toEqual([0, 0, 330, 0, 0, 0, 600, 0, 0]);
});

it('releases 640 and 320 sections when they come in multiples of 320', () => {
  expect(shutters({ multiple: 320 })['section']!.releases).toEqual([0, 0, 640, 0, 0, 0, 320, 0, 0]);
});

it('makes up for scrap: 90 good ones at 10 % take 100, 95 take 106', () => {
  const take = (quantity: number) =>
    planPlant({
      weeks: 1,
      items: { kit: { gross: [quantity] }, part: {} },
      lines: [{ parent: 'kit', child: 'part', per: 1, scrap: 0.1 }],
    })['part']!.gross[1];
  expect([take(90), take(95), take(0)]).toEqual([100, 106, 0]);
});

it('starts more than it wants where making loses some', () => {
  const plan = planPlant({
    weeks: 1,
    items: { kit: { gross: [95], scrap: 0.05 }, part: {} },
    lines: [{ parent: 'kit', child: 'part', per: 2 }],
  });
  expect([plan['kit']!.receipts[1], plan['part']!.gross[1]]).toEqual([95, 200]);
});

it('uses a component only for releases while it is valid', () => {
  const plan = planPlant({
    weeks: 3,
    items: { kit: { gross: [1, 1, 1] }, old: {}, new: {} },
    lines: [
      { parent: 'kit', child: 'old', per: 1, until: 2 },
      { parent: 'kit', child: 'new', per: 1, from: 2 },
    ],
  });
  expect([plan['old']!.gross, plan['new']!.gross]).toEqual([
    [0, 1, 0, 0],
    [0, 0, 1, 1],
  ]);
});

it('draws components for a firm planned order and orders nothing beside it', () => {
  const plan = planPlant({
    weeks: 4,
    items: { kit: { leadTime: 2, gross: [0, 0, 5, 0], receipts: [{ week: 3, quantity: 8, release: 1 }] }, part: {} },
    lines: [{ parent: 'kit', child: 'part', per: 3 }],
  });
  expect([plan['kit']!.receipts, plan['part']!.gross]).toEqual([
    [0, 0, 0, 0, 0],
    [0, 24, 0, 0, 0],
  ]);
});

it('nets a shared part once, at its deepest level', () => {
  const input = plantInput({
    weeks: 1,
    items: { bolt: {}, kit: {}, frame: {} },
    lines: [
      { parent: 'kit', child: 'frame', per: 1 },
      { parent: 'kit', child: 'bolt', per: 2 },
      { parent: 'frame', child: 'bolt', per: 4 },
    ],
  });
  expect([...lowLevelCodes(3, input.components, String)]).toEqual([2, 0, 1]);
});

it('refuses a structure that loops and names the way round', () => {
  const loop = () =>
    planPlant({
      weeks: 1,
      items: { top: { gross: [1] }, a: {}, b: {}, c: {}, leaf: {} },
      lines: [
        { parent: 'top', child: 'a', per: 1 },
        { parent: 'a', child: 'b', per: 1 },
        { parent: 'b', child: 'c', per: 1 },
        { parent: 'c', child: 'a', per: 1 },
        { parent: 'c', child: 'leaf', per: 1 },
      ],
    });
  expect(loop).toThrow(/loops: (a > b > c > a|b > c > a > b|c > a > b > c)/);
});

it('takes the longest path for the cumulative lead time, not the sum', () => {
  const input = plantInput({
    weeks: 1,
    items: { top: {}, fast: {}, slow: {}, part: {} },
    lines: [
      { parent: 'top', child: 'fast', per: 1 },
      { parent: 'top', child: 'slow', per: 1 },
      { parent: 'slow', child: 'part', per: 1 },
    ],
  });
  const levels = lowLevelCodes(4, input.components, String);
  const cumulative = cumulativeLeadTimes([2, 4, 3, 6], levels, input.components);
  expect([...cumulative]).toEqual([11, 4, 9, 6]);
  expect(criticalPath(0, cumulative, input.components)).toEqual([0, 2, 3]);
});
