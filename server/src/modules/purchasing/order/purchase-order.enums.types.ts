import { registerEnumType } from 'type-graphql';

export enum OrderKind {
  STANDARD = 'STANDARD',
  REPLENISHMENT = 'REPLENISHMENT',
  STANDING = 'STANDING',
}
registerEnumType(OrderKind, { name: 'PurchaseOrderKind' });

export enum OrderState {
  DRAFT = 'DRAFT',
  ISSUED = 'ISSUED',
  CONFIRMED = 'CONFIRMED',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
  REJECTED = 'REJECTED',
}
registerEnumType(OrderState, { name: 'PurchaseOrderState' });

export enum AnswerState {
  AWAITING = 'AWAITING',
  ACCEPTED = 'ACCEPTED',
  CHANGES_PROPOSED = 'CHANGES_PROPOSED',
  REJECTED = 'REJECTED',
}
registerEnumType(AnswerState, { name: 'PurchaseOrderAnswerState' });

export enum ScheduleState {
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ScheduleState, { name: 'ScheduleLineState' });
