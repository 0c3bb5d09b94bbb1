import { expect, it } from 'vitest';
import { masterSchedule, promisable } from '../../../server/src/modules/planning/master/master-schedule.calc.ts';
import { proposeSchedule } from '../../../server/src/modules/planning/master/schedule-proposal.calc.ts';

/** 64 in stock, lots of 70 (supply.md, MPS and ATP). */
const example = {
  onHand: 64,
  forecast: [30, 30, 30, 30, 40, 40, 40, 40],
  orders: [33, 20, 10, 4, 2],
  demandFence: 0,
};
const proposed = (planningFence = 0) =>
  proposeSchedule(example, [], { minimum: 0, multiple: 70, periods: 1, safety: 0, planningFence });

it('schedules lots where the projection would fall below nothing', () => {
  expect(proposed()).toEqual([0, 0, 70, 0, 70, 0, 70, 70]);
});

it('projects 31, 1, 41, 11, 41, 1, 31, 61 and promises 11, 56, 68, 70, 70', () => {
  const buckets = masterSchedule(example, proposed());
  expect(buckets.map(({ projected }) => projected)).toEqual([31, 1, 41, 11, 41, 1, 31, 61]);
  expect(buckets.map(({ availableToPromise }) => availableToPromise)).toEqual([11, 0, 56, 0, 68, 0, 70, 70]);
});

it('counts only orders before the demand fence: PAB = prior + MPS - orders', () => {
  const buckets = masterSchedule({ ...example, demandFence: 2 }, [0, 0, 0, 0, 0, 0, 0, 0]);
  expect(buckets.slice(0, 3).map(({ projected }) => projected)).toEqual([31, 11, -19]);
});

it('schedules nothing new before the planning fence', () => {
  expect(proposed(4)).toEqual([0, 0, 0, 0, 140, 0, 70, 70]);
});

it('does not promise what a later bucket lacks', () => {
  expect(promisable([11, 0, -6, 20])).toEqual([5, 5, 5, 25]);
});
