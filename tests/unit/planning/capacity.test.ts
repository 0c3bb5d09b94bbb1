import { expect, it } from 'vitest';
import {
  capableToPromise,
  freeHoursOf,
  freeOf,
  type Capability,
} from '../../../server/src/modules/planning/capacity/capable-to-promise.calc.ts';
import { masterSchedule } from '../../../server/src/modules/planning/master/master-schedule.calc.ts';
import { levelBackwards, roughCutLoads } from '../../../server/src/modules/planning/capacity/rough-cut.calc.ts';

it('adds up what a plan takes of each work centre', () => {
  const loads = roughCutLoads(
    [
      { item: 'desk', bucket: 0, quantity: 10 },
      { item: 'desk', bucket: 1, quantity: 30 },
      { item: 'chair', bucket: 1, quantity: 4 },
    ],
    [
      { item: 'desk', workCentre: 'saw', setupHours: 2, runHours: 0.5 },
      { item: 'chair', workCentre: 'saw', setupHours: 1, runHours: 1 },
    ],
    new Map([['saw', [20, 20]]]),
  );
  expect(loads.get('saw')).toEqual([
    { required: 7, available: 20, utilisation: 0.35, overload: 0 },
    { required: 22, available: 20, utilisation: 1.1, overload: 2 },
  ]);
});

it('levels a load by working ahead, and leaves what fits nowhere in the first bucket', () => {
  expect(levelBackwards([5, 5, 22], [20, 8, 10])).toEqual([14, 8, 10]);
  expect(levelBackwards([5, 50], [20, 20])).toEqual([35, 20]);
});

const bought = (free: number[], leadTime: number): Capability => ({ name: 'board', free, leadTime, components: [] });
const desk = (components: Capability['components'], work?: Capability['work']): Capability => ({
  name: 'desk',
  free: [3, 3, 3, 3, 3, 3],
  leadTime: 1,
  components,
  work: work ?? null,
});

it('promises from stock what is free', () => {
  expect(capableToPromise(desk([]), 3)).toEqual({ bucket: 0, limit: { kind: 'STOCK', name: 'desk' } });
});

it('makes what is missing when the last component can be there', () => {
  const waiting = desk([{ capability: bought([0, 0, 0, 0, 0, 0], 2), per: 4 }]);
  expect(capableToPromise(waiting, 5)).toEqual({ bucket: 3, limit: { kind: 'COMPONENT', name: 'board' } });
  const stocked = desk([{ capability: bought([8, 8, 8, 8, 8, 8], 2), per: 4 }]);
  expect(capableToPromise(stocked, 5)).toEqual({ bucket: 1, limit: { kind: 'LEAD_TIME', name: 'desk' } });
});

it('waits for hours on the work centre', () => {
  const busy = desk([], { name: 'saw', hoursPerUnit: 2, freeHours: [0, 1, 1, 2, 4, 4] });
  expect(capableToPromise(busy, 5)).toEqual({ bucket: 3, limit: { kind: 'CAPACITY', name: 'saw' } });
});

it('promises nothing that lies beyond the horizon, and says what stands in the way', () => {
  const never = desk([{ capability: bought([0, 0, 0, 0, 0, 0], 9), per: 1 }]);
  expect(capableToPromise(never, 5)).toEqual({ bucket: null, limit: { kind: 'COMPONENT', name: 'board' } });
});

it('promises of a master schedule what is not promised yet, and makes on the hours that are left', () => {
  const schedule = masterSchedule({ onHand: 10, forecast: [0, 0, 0], orders: [4, 0, 9], demandFence: 0 }, [0, 0, 5]);
  const loads = [
    { required: 6, available: 8, utilisation: 0.75, overload: 0 },
    { required: 9, available: 8, utilisation: 1.125, overload: 1 },
  ];
  expect([freeOf(schedule), freeHoursOf(loads)]).toEqual([
    [2, 2, 2],
    [2, 0],
  ]);
});
