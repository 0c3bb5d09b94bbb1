import { registerEnumType } from 'type-graphql';

export enum AnswerDecision {
  ACCEPT = 'ACCEPT',
  ACCEPT_WITH_CHANGES = 'ACCEPT_WITH_CHANGES',
  REJECT = 'REJECT',
}
registerEnumType(AnswerDecision, { name: 'OrderAnswerDecision' });

export enum LineDecision {
  ACCEPT = 'ACCEPT',
  CHANGE = 'CHANGE',
  REJECT = 'REJECT',
}
registerEnumType(LineDecision, { name: 'OrderAnswerLineDecision' });

export enum OrderAnswerState {
  APPLIED = 'APPLIED',
  PENDING_REVIEW = 'PENDING_REVIEW',
  REFUSED = 'REFUSED',
  SUPERSEDED = 'SUPERSEDED',
}
registerEnumType(OrderAnswerState, { name: 'OrderAnswerState' });
