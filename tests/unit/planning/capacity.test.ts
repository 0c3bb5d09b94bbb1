import { expect, it } from 'vitest';
import {
  capableToPromise,
  type Capability,
} from '../../../server/src/modules/planning/capacity/capable-to-promise.calc.ts';
import { freeAfter } from '../../../server/src/modules/planning/capacity/free-amounts.calc.ts';
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

const exactly = (missing: number) => ({ made: missing, started: missing });
const board = (free: number[], leadTime: number | null): Capability => ({
  name: 'board',
  free,
  leadTime,
  components: [],
  operations: [],
  lot: exactly,
});
const desk = (rest: Partial<Capability>): Capability => ({
  name: 'desk',
  free: [3, 3, 3, 3, 3, 3],
  leadTime: 1,
  components: [],
  operations: [],
  lot: exactly,
  ...rest,
});
const of = (capability: Capability, per: number) => ({ capability, need: (made: number) => made * per });

it('promises from stock what is free', () => {
  expect(capableToPromise(desk({}), 3)).toEqual({ bucket: 0, limit: { kind: 'STOCK', name: 'desk' } });
});

it('makes what is missing when the last component can be there', () => {
  const waiting = desk({ components: [of(board([0, 0, 0, 0, 0, 0], 2), 4)] });
  expect(capableToPromise(waiting, 5)).toEqual({ bucket: 3, limit: { kind: 'COMPONENT', name: 'board' } });
  const stocked = desk({ components: [of(board([8, 8, 8, 8, 8, 8], 2), 4)] });
  expect(capableToPromise(stocked, 5)).toEqual({ bucket: 1, limit: { kind: 'LEAD_TIME', name: 'desk' } });
});

it('waits for what comes sooner than it could be made', () => {
  const expected = desk({ free: [3, 3, 9, 9, 9, 9], leadTime: 4 });
  expect(capableToPromise(expected, 5)).toEqual({ bucket: 2, limit: { kind: 'STOCK', name: 'desk' } });
});

it('waits for hours on the work centre, one operation after the other', () => {
  const saw = { name: 'saw', hours: [0, 1, 1, 2, 4, 4] };
  const busy = desk({ operations: [{ centre: saw, setupHours: 0, runHours: 2 }] });
  expect(capableToPromise(busy, 5)).toEqual({ bucket: 3, limit: { kind: 'CAPACITY', name: 'saw' } });
  const paint = { name: 'paint', hours: [4, 4, 4, 4, 4, 4] };
  const sawn = { centre: { name: 'saw', hours: [0, 4, 0, 0, 0, 0] }, setupHours: 0, runHours: 2 };
  const both = desk({ operations: [sawn, { centre: paint, setupHours: 3, runHours: 1 }] });
  expect(capableToPromise(both, 5)).toEqual({ bucket: 2, limit: { kind: 'CAPACITY', name: 'paint' } });
});

it('promises nothing that lies beyond the horizon, takes nothing for it, and says what stands in the way', () => {
  const part = board([0, 0, 0, 0, 0, 0], 9);
  const never = desk({ components: [of(part, 1)] });
  expect(capableToPromise(never, 5)).toEqual({ bucket: null, limit: { kind: 'COMPONENT', name: 'board' } });
  expect([never.free, part.free]).toEqual([
    [3, 3, 3, 3, 3, 3],
    [0, 0, 0, 0, 0, 0],
  ]);
  const unknown = desk({ components: [of(board([0, 0, 0, 0, 0, 0], null), 1)] });
  expect(capableToPromise(unknown, 5).bucket).toBeNull();
});

it('leaves to whoever asks next what the ones before did not take', () => {
  const part = board([4, 4, 4, 4, 4, 4], 3);
  const saw = { name: 'saw', hours: [8, 8, 8, 8, 8, 8] };
  const made = desk({
    free: [0, 0, 0, 0, 0, 0],
    components: [of(part, 1)],
    operations: [{ centre: saw, setupHours: 0, runHours: 4 }],
  });
  expect([3, 2, 1].map((quantity) => capableToPromise(made, quantity).bucket)).toEqual([1, 4, 4]);
  expect(saw.hours).toEqual([0, 4, 8, 0, 4, 8]);
});

it('counts a part once that goes into two parts of the same item', () => {
  const screw = { ...board([10, 10, 10, 10, 10, 10], 4), name: 'screw' };
  const half = (name: string) => ({
    ...desk({ free: [0, 0, 0, 0, 0, 0], leadTime: 1, components: [of(screw, 6)] }),
    name,
  });
  const cabinet = desk({ free: [0, 0, 0, 0, 0, 0], components: [of(half('door'), 1), of(half('frame'), 1)] });
  expect(capableToPromise(cabinet, 1)).toEqual({ bucket: null, limit: { kind: 'COMPONENT', name: 'frame' } });
});

it('makes whole lots, and what is over is free for the next', () => {
  const lots = desk({
    free: [0, 0, 0, 0, 0, 0],
    lot: (missing) => ({ made: Math.max(10, missing), started: missing }),
  });
  expect([4, 6, 1].map((quantity) => capableToPromise(lots, quantity).limit.kind)).toEqual([
    'LEAD_TIME',
    'STOCK',
    'LEAD_TIME',
  ]);
});

it('has free what comes beyond all that is promised', () => {
  const supply = [
    { bucket: 0, quantity: 30 },
    { bucket: 2, quantity: 50 },
    { bucket: 9, quantity: 40 },
  ];
  expect(freeAfter(supply, 60, 4)).toEqual([0, 0, 20, 20]);
});
