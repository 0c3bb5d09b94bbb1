import { describe, expect, it } from 'vitest';
import { toToday } from '../../../server/src/modules/integrations/adventureworks/shift.calc.ts';
import { dailyUsage } from '../../../server/src/modules/integrations/adventureworks/usage.calc.ts';
import { chineseDays } from '../../../server/src/modules/integrations/demo/calendar.data.ts';
import { pastUsage } from '../../../server/src/modules/integrations/demo/past.calc.ts';
import { unzip, zip } from '../../../server/src/platform/files/zip.ts';

describe('past usage', () => {
  it('is what was made that day times what one takes', () => {
    const made = [
      { assembly: 'bike', day: '2014-01-02', quantity: '3' },
      { assembly: 'bike', day: '2014-01-02', quantity: '2' },
      { assembly: 'cart', day: '2014-01-02', quantity: '1' },
    ];
    const bill = [
      { assembly: 'bike', component: 'wheel', perAssembly: '2' },
      { assembly: 'cart', component: 'wheel', perAssembly: '4' },
      { assembly: 'bike', component: 'paint', perAssembly: '0.5' },
    ];
    const used = dailyUsage(made, bill).map(({ component, day, quantity }) => [component, day, quantity.toFixed()]);
    expect(used).toEqual([
      ['wheel', '2014-01-02', '14'],
      ['paint', '2014-01-02', '2.5'],
    ]);
  });

  it('of the demo is the same every time, and none on Sundays', () => {
    const past = pastUsage('BR-6001', 100, '2026-11-24', 120);
    expect(past).toEqual(pastUsage('BR-6001', 100, '2026-11-24', 120));
    expect(past.length).toBeGreaterThan(95);
    expect(past.every(({ day }) => new Date(`${day}T00:00:00Z`).getUTCDay() !== 0 && day < '2026-11-24')).toBe(true);
    const mean = past.reduce((sum, { quantity }) => sum + quantity, 0) / 120;
    expect(mean).toBeGreaterThan(90);
    expect(mean).toBeLessThan(110);
  });
});

it('moves all days alike, the newest to today', () => {
  const shift = toToday(['2014-01-01', '2014-03-01'], '2026-03-01');
  expect([shift('2014-03-01'), shift('2014-01-01'), shift('2014-03-04')]).toEqual([
    '2026-03-01',
    '2026-01-01',
    '2026-03-04',
  ]);
});

it('gives the demo its holidays and the Saturdays worked for them', () => {
  const days = chineseDays(2026);
  expect(days['2026-10-01']).toEqual([]);
  expect(days['2026-02-17']).toEqual([]);
  expect(days['2026-09-26']).toHaveLength(2);
});

describe('a zip archive', () => {
  const files = [
    { name: 'items.csv', bytes: Buffer.from('sku,unit\r\nA,EA\r\n') },
    { name: '物料.csv', bytes: Buffer.from('x'.repeat(10_000)) },
  ];

  it('gives its files back', () => {
    expect(unzip(zip(files), 1_000_000).map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual(
      files.map(({ name, bytes }) => [name, bytes.toString()]),
    );
  });

  it('is refused when it is none, is damaged, or would unpack to too much', () => {
    expect(() => unzip(Buffer.from('hello'), 1_000)).toThrow('it is no zip archive');
    expect(() => unzip(zip(files), 1_000)).toThrow('it is too large');
    const damaged = Buffer.from(zip(files));
    damaged.writeUInt32LE(0xffffff00, damaged.length - 6);
    expect(() => unzip(damaged, 1_000_000)).toThrow('cannot be opened');
  });
});
