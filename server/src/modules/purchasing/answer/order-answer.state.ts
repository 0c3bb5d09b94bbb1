export const ANSWER_DECISIONS = ['ACCEPT', 'ACCEPT_WITH_CHANGES', 'REJECT'] as const;
export type AnswerDecision = (typeof ANSWER_DECISIONS)[number];

export const LINE_DECISIONS = ['ACCEPT', 'CHANGE', 'REJECT'] as const;
export type LineDecision = (typeof LINE_DECISIONS)[number];

/** SUPERSEDED: the order was changed, or answered again, before the buyer had reviewed it. */
export const ORDER_ANSWER_STATES = ['APPLIED', 'PENDING_REVIEW', 'REFUSED', 'SUPERSEDED'] as const;
export type OrderAnswerState = (typeof ORDER_ANSWER_STATES)[number];
