import { expect, it } from 'vitest';
import { WorkingCalendar } from '../../../server/src/kernel/calendar.ts';
import { dueDates } from '../../../server/src/modules/vmi/line/due-dates.calc.ts';

const hours = [{ from: '09:00', to: '17:00' }];
const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours };
const office = new WorkingCalendar({ zone: 'UTC', week });

it('counts a lead time over a weekend in working days', () => {
  // Thursday: two working days later is Monday.
  expect(dueDates('2026-11-26', 3, office, office)).toEqual(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01']);
});

it("leaves out the supplier's holidays", () => {
  const supplier = new WorkingCalendar({ zone: 'UTC', week, overrides: { '2026-11-27': [] } });
  expect(dueDates('2026-11-26', 1, supplier, office)[1]).toBe('2026-11-30');
});

it('arrives on a day on which the site works', () => {
  const always = new WorkingCalendar({ zone: 'UTC', week: { ...week, 6: hours, 7: hours } });
  // Saturday for the supplier, Monday for the site.
  expect(dueDates('2026-11-27', 1, always, office)[1]).toBe('2026-11-30');
});

it('takes no time off a weekend when there is no lead time: the next working day', () => {
  expect(dueDates('2026-11-28', 0, office, office)).toEqual(['2026-11-30']);
});
