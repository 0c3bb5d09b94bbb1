import { expect, it } from 'vitest';
import { isWorthSaying, ruleOf } from '../../../server/src/modules/service/suggestion/association-rules.calc.ts';
import { wantedWords, wordsOf } from '../../../server/src/modules/service/ticket/search-words.calc.ts';
import {
  bareSubject,
  documentNumbers,
  withoutQuote,
} from '../../../server/src/modules/service/mail/mail-subject.calc.ts';
import { safeFileName } from '../../../server/src/platform/mail/file-name.ts';
import {
  decide,
  endOfQuiet,
  retryAfterMinutes,
} from '../../../server/src/modules/interactions/consent/may-send.calc.ts';

it('gives support, confidence, lift, leverage and conviction', () => {
  const rule = ruleOf(1000, { first: 100, second: 200, both: 60 });
  expect(rule.support).toBeCloseTo(0.06, 12);
  expect(rule.confidence).toBeCloseTo(0.6, 12);
  expect(rule.lift).toBeCloseTo(3, 12);
  expect(rule.leverage).toBeCloseTo(0.04, 12);
  expect(rule.conviction).toBeCloseTo(2, 12);
  expect(ruleOf(10, { first: 2, second: 5, both: 2 }).conviction).toBeNull();
});

it('says nothing of pairs that are rare, or no likelier together than apart', () => {
  const worth = (first: number, second: number, both: number) => {
    const pair = { first, second, both };
    return isWorthSaying(pair, ruleOf(100, pair));
  };
  expect([worth(10, 20, 6), worth(2, 2, 2), worth(50, 50, 25), worth(90, 10, 9)]).toEqual([true, false, false, false]);
});

it('finds Chinese by pairs of signs and beside Latin letters', () => {
  expect(wordsOf('订单SO-000123迟到')).toEqual(expect.arrayContaining(['订单', 'so', '000123', '迟到', '订']));
  expect(wantedWords('迟到')).toEqual(['迟到']);
  expect(wantedWords('订单迟到')).toEqual(['订单', '单迟', '迟到']);
  expect(wantedWords('Ｆｒａｍｅ')).toEqual(['frame']);
});

it('takes off what mail programs put before a subject, in many languages', () => {
  const bare = ['RE: x', 'AW: WG: x', 'Re[3]: FWD: x', '答复：转发：x', 'SV:VS: x', 'x [TK-000001 abcdefgh]'].map(
    bareSubject,
  );
  expect(new Set(bare)).toEqual(new Set(['x']));
  expect(bareSubject('Refund: please')).toBe('Refund: please');
});

it('leaves the quoted mail below an answer out, and never everything', () => {
  expect(withoutQuote('Yes.\n\nOn Mon, 1 Jan 2026, Desk wrote:\n> Really?')).toBe('Yes.');
  expect(withoutQuote('好的\n\n于2026年1月1日，服务台写道：\n> 真的吗')).toBe('好的');
  expect(withoutQuote('> only quoted')).toBe('> only quoted');
  expect(documentNumbers('about so-000123 and INV-1')).toEqual(['SO-000123']);
});

it('makes any name of a file harmless', () => {
  expect(
    ['../../x.sh', 'a\u202Egpj.exe', 'NUL', '  ..hidden. ', 'a/b\\c.txt', '', '文件.pdf'].map(safeFileName),
  ).toEqual(['x.sh', 'agpj.exe', '_NUL', 'hidden', 'c.txt', 'file', '文件.pdf']);
  expect(safeFileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(120);
});

it('holds over a night that spans midnight, by the clock of whoever gets it', () => {
  const end = (now: string) => endOfQuiet('21:00', '08:00', 'Asia/Shanghai', new Date(now))?.toISOString() ?? null;
  expect(end('2026-03-01T14:00:00Z')).toBe('2026-03-02T00:00:00.000Z');
  expect(end('2026-03-01T23:59:00Z')).toBe('2026-03-02T00:00:00.000Z');
  expect(end('2026-03-02T00:00:00Z')).toBeNull();
});

it('sends nothing promotional to an address it knows nothing else of', () => {
  const message = { purpose: 'NEWS', isPromotional: true, isImmediate: false, address: 'a@b.example' };
  expect(decide(message, null, new Date())).toEqual({ act: 'STOP', reason: 'CONSENT_MISSING' });
});

it('tries for about three days, ever more rarely, and then gives up', () => {
  const waits = Array.from({ length: 20 }, (_, tries) => retryAfterMinutes(tries + 1));
  expect(waits.slice(0, 4)).toEqual([1, 2, 4, 8]);
  expect(waits.at(-1)).toBeNull();
  expect(waits.reduce<number>((sum, one) => sum + (one ?? 0), 0) / 60).toBeGreaterThan(60);
});
