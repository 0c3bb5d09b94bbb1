/** Where a settlement stands; before the first state its withdrawals are accrued. */
export const STATEMENT_STATES = ['STATEMENT', 'SELF_BILLED', 'AGREED', 'DISPUTED', 'PAID'] as const;
export type StatementState = (typeof STATEMENT_STATES)[number];
export type StatementAct = 'bill' | 'agree' | 'dispute' | 'resolve' | 'pay';

/** What can be done in each state, and where it leads. */
export const STATEMENT_ACTS: Readonly<Record<StatementState, Readonly<Partial<Record<StatementAct, StatementState>>>>> =
  {
    STATEMENT: { bill: 'SELF_BILLED' },
    SELF_BILLED: { agree: 'AGREED', dispute: 'DISPUTED' },
    AGREED: { pay: 'PAID' },
    DISPUTED: { resolve: 'SELF_BILLED' },
    PAID: {},
  };
