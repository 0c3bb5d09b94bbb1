import { expect, it } from 'vitest';
import { jobs } from '../../../server/src/app/modules.ts';
import { timetable } from '../../../server/src/platform/jobs/worker.ts';

const job = (name: string, cron: string) => ({ name, cron, run: () => Promise.resolve() });

it('takes the names and times of all the jobs of the product', () => {
  const timed = jobs.filter(({ cron }) => cron);
  expect(timed.length).toBeGreaterThan(0);
  expect(timetable(jobs).map(({ task }) => task)).toEqual(timed.map(({ name }) => name));
});

it('takes names with dots, and refuses a time that is none', () => {
  expect(timetable([job('purchasing.overdue-notices', '17 * * * *')])).toHaveLength(1);
  expect(() => timetable([job('late', '61 * * * *')])).toThrow();
});
