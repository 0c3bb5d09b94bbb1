/** STANDING: releases of a standing agreement come as schedule lines. REPLENISHMENT: raised by a supplier who keeps our stock. */
export const ORDER_KINDS = ['STANDARD', 'REPLENISHMENT', 'STANDING'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

export const ORDER_STATES = ['DRAFT', 'ISSUED', 'CONFIRMED', 'CLOSED', 'CANCELLED', 'REJECTED'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ANSWER_STATES = ['AWAITING', 'ACCEPTED', 'CHANGES_PROPOSED', 'REJECTED'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

export const SCHEDULE_STATES = ['OPEN', 'CLOSED', 'CANCELLED'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];

export type OrderAct =
  'save' | 'issue' | 'change' | 'answer' | 'review' | 'confirm' | 'reject' | 'ship' | 'receive' | 'cancel' | 'close';

/** What may happen to an order in each state, and where it leads. An act that is not named is refused. */
export const orderTransitions: Readonly<Record<OrderState, Partial<Record<OrderAct, OrderState>>>> = {
  DRAFT: { save: 'DRAFT', issue: 'ISSUED', cancel: 'CANCELLED' },
  ISSUED: {
    change: 'ISSUED',
    answer: 'ISSUED',
    review: 'ISSUED',
    confirm: 'CONFIRMED',
    reject: 'REJECTED',
    ship: 'ISSUED',
    receive: 'ISSUED',
    cancel: 'CANCELLED',
    close: 'CLOSED',
  },
  CONFIRMED: {
    change: 'ISSUED',
    answer: 'CONFIRMED',
    review: 'CONFIRMED',
    confirm: 'CONFIRMED',
    ship: 'CONFIRMED',
    receive: 'CONFIRMED',
    cancel: 'CANCELLED',
    close: 'CLOSED',
  },
  // Goods may still come for an order that was closed too early: they are received, and the order stays closed.
  CLOSED: { receive: 'CLOSED' },
  CANCELLED: {},
  REJECTED: {},
};

/** What the portals may offer in each state, by the name of the permission. */
export const orderActions: Readonly<Record<OrderState, readonly string[]>> = {
  DRAFT: ['purchasing.order.draft', 'purchasing.order.issue', 'purchasing.order.cancel'],
  ISSUED: [
    'purchasing.order.answer',
    'purchasing.order.change',
    'purchasing.order.review',
    'purchasing.order.cancel',
    'purchasing.order.close',
    'purchasing.notice.save',
    'purchasing.receipt.post',
  ],
  CONFIRMED: [
    'purchasing.order.answer',
    'purchasing.order.change',
    'purchasing.order.review',
    'purchasing.order.cancel',
    'purchasing.order.close',
    'purchasing.notice.save',
    'purchasing.receipt.post',
  ],
  CLOSED: [],
  CANCELLED: [],
  REJECTED: [],
};
