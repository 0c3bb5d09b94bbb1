export type OrderActKind = 'issue' | 'change' | 'cancel' | 'close';

/** Under which look of the kit an order's states are shown. */
export const orderLook: Readonly<Record<string, string>> = {
  DRAFT: 'DRAFT',
  ISSUED: 'RELEASED',
  CONFIRMED: 'CONFIRMED',
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
  REJECTED: 'REJECTED',
};

export const answerLook: Readonly<Record<string, string>> = {
  AWAITING: 'AWAITING_ANSWER',
  ACCEPTED: 'ACCEPTED',
  CHANGES_PROPOSED: 'COUNTERED',
  REJECTED: 'REJECTED',
};

export const answerKeptLook: Readonly<Record<string, string>> = {
  APPLIED: 'ACCEPTED',
  PENDING_REVIEW: 'COUNTERED',
  REFUSED: 'REJECTED',
  SUPERSEDED: 'SUPERSEDED',
};
