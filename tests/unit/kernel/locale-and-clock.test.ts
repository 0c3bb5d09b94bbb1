import { describe, expect, it } from 'vitest';
import { fixedClock, systemClock } from '../../../server/src/kernel/clock.ts';
import { pickLocale } from '../../../server/src/kernel/locale.ts';

describe('pickLocale', () => {
  it.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['zh-Hant-TW', 'zh-CN'],
    ['en-GB,zh;q=0.9', 'en'],
    ['fr, zh;q=0.4, en;q=0.3', 'zh-CN'],
    ['en;q=0.1, ZH;q=0.2', 'zh-CN'],
    ['zh;q=0, fr', 'en'],
    ['zh;q=nonsense', 'en'],
    [';;,,=', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [null, 'en'],
  ])('answers %j in %s', (header, locale) => {
    expect(pickLocale(header)).toBe(locale);
  });
});

describe('clocks', () => {
  it('stand still until they are advanced', () => {
    const clock = fixedClock('2026-09-29T16:30:00+08:00');
    expect(clock.now().toISOString()).toBe('2026-09-29T08:30:00.000Z');
    clock.advance(60_000);
    expect(clock.now().toISOString()).toBe('2026-09-29T08:31:00.000Z');
  });

  it('cannot be changed through a date they handed out', () => {
    const clock = fixedClock(new Date(0));
    clock.now().setFullYear(1999);
    expect(clock.now().getTime()).toBe(0);
  });

  it('refuse a start that is no instant', () => {
    expect(() => fixedClock('soon')).toThrow(RangeError);
  });

  it('follow the machine in production', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
  });
});
