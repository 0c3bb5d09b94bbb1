import { describe, expect, it } from 'vitest';
import { WorkingCalendar } from '../../../server/src/kernel/calendar.ts';
import {
  nextDueAt,
  replay,
  type SlaEvent,
  type Targets,
} from '../../../server/src/modules/service/sla/sla-clock.calc.ts';

const DAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '18:00' },
];
const WEEK = { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY };
const HOLIDAYS = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`2026-10-0${day}`, []]));
const shanghai = new WorkingCalendar({ zone: 'Asia/Shanghai', week: WEEK, overrides: HOLIDAYS });
const targets: Targets = {
  URGENT: { response: 30, resolution: 240 },
  HIGH: { response: 60, resolution: 480 },
  NORMAL: { response: 120, resolution: 960 },
  LOW: { response: 480, resolution: 2880 },
};
/** A wall time in Shanghai. */
const at = (text: string): Date => new Date(`2026-${text}:00+08:00`);
const wall = (date: Date | null): string | null =>
  date && new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ');
const created: SlaEvent = { kind: 'CREATED', at: at('09-29T16:30'), priority: 'NORMAL' };
const status = (moment: string, category: 'OPEN' | 'PAUSED' | 'RESOLVED' | 'CLOSED'): SlaEvent => ({
  kind: 'STATUS',
  at: at(moment),
  category,
});

describe('the example of the design, to the minute', () => {
  const replied: SlaEvent = { kind: 'REPLIED', at: at('09-30T10:30') };
  const paused = status('09-30T10:30', 'PAUSED');
  const answered = status('10-09T11:15', 'OPEN');
  const solved = status('10-12T10:00', 'RESOLVED');

  it('is due at 09:30 on 09-30 for the answer and at 16:30 on 10-08 for the solution', () => {
    const clocks = replay(shanghai, targets, [created], at('09-29T16:31'));
    expect([wall(clocks.responseDueAt), wall(clocks.resolutionDueAt)]).toEqual(['09-30 09:30', '10-08 16:30']);
    expect(wall(nextDueAt(clocks))).toBe('09-30 09:30');
  });

  it('took 180 minutes to answer, which is a breach noticed at the event', () => {
    const clocks = replay(shanghai, targets, [created, replied, paused], at('09-30T10:31'));
    expect(clocks.responseMinutes).toBe(180);
    expect(wall(clocks.responseBreachedAt)).toBe('09-30 09:30');
    expect([clocks.resolutionDueAt, nextDueAt(clocks)]).toEqual([null, null]);
  });

  it('was on hold for 1005 minutes, and is due at 17:15 on Monday 10-12', () => {
    const clocks = replay(shanghai, targets, [created, replied, paused, answered], at('10-09T11:16'));
    expect(clocks.holdMinutes).toBe(1005);
    expect(wall(clocks.resolutionDueAt)).toBe('10-12 17:15');
    expect(clocks.resolutionBreachedAt).toBeNull();
  });

  it('was resolved after 585 minutes net', () => {
    const clocks = replay(shanghai, targets, [created, replied, paused, answered, solved], at('11-01T10:00'));
    expect(clocks.netMinutes).toBe(585);
    expect(clocks.resolutionBreachedAt).toBeNull();
  });
});

it('keeps the hold when the priority changes while it waits (glpi#6902)', () => {
  const clocks = replay(
    shanghai,
    targets,
    [
      created,
      { kind: 'REPLIED', at: at('09-29T17:00') },
      status('09-30T10:30', 'PAUSED'),
      { kind: 'PRIORITY', at: at('09-30T11:00'), priority: 'HIGH' },
      status('10-09T11:15', 'OPEN'),
    ],
    at('10-09T11:16'),
  );
  expect(clocks.holdMinutes).toBe(1005);
  expect(wall(clocks.resolutionDueAt)).toBe('10-09 17:15');
});

it('counts neither lunch nor nights nor weekends (frappe/helpdesk#2212, chatwoot#14009)', () => {
  const friday: SlaEvent = { kind: 'CREATED', at: at('09-18T11:30'), priority: 'NORMAL' };
  const clocks = replay(shanghai, targets, [friday], at('09-18T11:31'));
  expect(wall(clocks.responseDueAt)).toBe('09-18 14:30');
  expect(wall(clocks.resolutionDueAt)).toBe('09-22 11:30');
});

it('works on a make-up workday, a Sunday before the holidays', () => {
  const withMakeUp = new WorkingCalendar({
    zone: 'Asia/Shanghai',
    week: WEEK,
    overrides: { ...HOLIDAYS, '2026-09-27': DAY },
  });
  const friday: SlaEvent = { kind: 'CREATED', at: at('09-25T17:00'), priority: 'NORMAL' };
  expect(wall(replay(withMakeUp, targets, [friday], at('09-25T17:01')).responseDueAt)).toBe('09-27 10:00');
  expect(wall(replay(shanghai, targets, [friday], at('09-25T17:01')).responseDueAt)).toBe('09-28 10:00');
});

it('is exact over both changes of the clocks', () => {
  const night = [{ from: '00:00', to: '06:00' }];
  const berlin = new WorkingCalendar({ zone: 'Europe/Berlin', week: { 6: night, 7: night, 1: night } });
  const due = (moment: string) => {
    const opened: SlaEvent = { kind: 'CREATED', at: new Date(moment), priority: 'NORMAL' };
    return replay(berlin, { ...targets, NORMAL: { response: 240, resolution: 480 } }, [opened], new Date(moment));
  };
  // Clocks go from 2 to 3 on 2026-03-29: midnight plus four elapsed hours shows 05:00.
  expect(due('2026-03-28T23:00:00Z').responseDueAt.toISOString()).toBe('2026-03-29T03:00:00.000Z');
  // They go from 3 back to 2 on 2026-10-25: the day has seven working hours, eight end on Monday at 01:00.
  expect(due('2026-10-24T22:00:00Z').resolutionDueAt?.toISOString()).toBe('2026-10-26T00:00:00.000Z');
});

it('takes the new targets of a policy that changed while it was paused, and keeps the hold', () => {
  const clocks = replay(
    shanghai,
    targets,
    [
      created,
      status('09-30T10:30', 'PAUSED'),
      { kind: 'POLICY', at: at('10-08T09:00'), targets: { ...targets, NORMAL: { response: 60, resolution: 480 } } },
      status('10-09T11:15', 'OPEN'),
    ],
    at('10-09T11:16'),
  );
  expect(clocks.holdMinutes).toBe(1005);
  expect(wall(clocks.resolutionDueAt)).toBe('10-09 17:15');
});

it('keeps a breach once it happened, whatever is changed afterwards', () => {
  const clocks = replay(
    shanghai,
    targets,
    [created, { kind: 'PRIORITY', at: at('10-09T10:00'), priority: 'LOW' }],
    at('10-09T10:01'),
  );
  expect(wall(clocks.resolutionBreachedAt)).toBe('10-08 16:30');
  expect(wall(clocks.resolutionDueAt)).toBe('10-14 16:30');
});

it('judges a breach by the timer alone, and not while it waits for the other side', () => {
  const breach = (events: SlaEvent[], now: string) => replay(shanghai, targets, events, at(now)).resolutionBreachedAt;
  expect(breach([created], '10-08T16:30')).toBeNull();
  expect(wall(breach([created], '10-08T16:31'))).toBe('10-08 16:30');
  expect(breach([created, status('09-30T10:30', 'PAUSED')], '12-01T10:00')).toBeNull();
});

it('does not count the time between a resolution and the moment it is opened again', () => {
  const clocks = replay(
    shanghai,
    targets,
    [created, status('09-30T10:30', 'RESOLVED'), status('10-09T11:15', 'OPEN'), status('10-09T11:45', 'RESOLVED')],
    at('10-10T10:00'),
  );
  expect([clocks.holdMinutes, clocks.netMinutes]).toEqual([1005, 210]);
});

it('gives the same clocks however often it is replayed', () => {
  const events = [created, status('09-30T10:30', 'PAUSED'), status('10-09T11:15', 'OPEN')];
  const once = replay(shanghai, targets, events, at('10-20T11:00'));
  expect(replay(shanghai, targets, events, at('10-20T11:00'))).toEqual(once);
});
