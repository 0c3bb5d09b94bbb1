/** Which look of the kit a state of an order takes. */
export const stateLooks = {
  DRAFT: 'DRAFT',
  ISSUED: 'RELEASED',
  CONFIRMED: 'CONFIRMED',
  CLOSED: 'CLOSED',
  CANCELLED: 'CANCELLED',
  REJECTED: 'REJECTED',
} as const;

export const answerLooks = {
  AWAITING: 'AWAITING_ANSWER',
  ACCEPTED: 'ACCEPTED',
  CHANGES_PROPOSED: 'COUNTERED',
  REJECTED: 'REJECTED',
} as const;
