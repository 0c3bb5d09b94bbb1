import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { agingOf, withBalance } from '../../../server/src/modules/sales/statement/statement.calc.ts';

const d = (value: number): Decimal => new Decimal(value);
const plain = (aging: object) => Object.values(aging).map(String);

describe('statement of account', () => {
  it('carries the balance from entry to entry: 100, an invoice of 50, a payment of 120 give 150 and 30', () => {
    const entries = withBalance(d(100), [
      { on: '2026-10-01', amount: d(50) },
      { on: '2026-10-02', amount: d(-120) },
    ]);
    expect(entries.map(({ balance }) => String(balance))).toEqual(['150', '30']);
  });

  it('is not late on the due day, and changes its age after 30, 60 and 90 days', () => {
    const due = [
      '2026-10-31',
      '2026-10-30',
      '2026-10-01',
      '2026-09-30',
      '2026-09-01',
      '2026-08-31',
      '2026-08-02',
      '2026-08-01',
    ];
    const items = due.map((dueOn, at) => ({ dueOn, open: d(10 ** at) }));
    expect(plain(agingOf(items, '2026-10-31'))).toEqual(['1', '110', '11000', '1100000', '10000000']);
  });
});
