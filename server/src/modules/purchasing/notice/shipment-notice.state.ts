export const NOTICE_STATES = [
  'DRAFT',
  'SUBMITTED',
  'IN_TRANSIT',
  'ARRIVED',
  'RECEIVING',
  'RECEIVED',
  'RECEIVED_WITH_DISCREPANCY',
  'CANCELLED',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

export type NoticeAct =
  'save' | 'submit' | 'dispatch' | 'reschedule' | 'arrive' | 'receive' | 'finish' | 'differ' | 'cancel';

/** What may happen to a notice in each state, and where it leads. An act that is not named is refused. */
export const noticeTransitions: Readonly<Record<NoticeState, Partial<Record<NoticeAct, NoticeState>>>> = {
  DRAFT: { save: 'DRAFT', submit: 'SUBMITTED', cancel: 'CANCELLED' },
  SUBMITTED: {
    dispatch: 'IN_TRANSIT',
    reschedule: 'SUBMITTED',
    arrive: 'ARRIVED',
    receive: 'RECEIVING',
    cancel: 'CANCELLED',
  },
  IN_TRANSIT: { reschedule: 'IN_TRANSIT', arrive: 'ARRIVED', receive: 'RECEIVING', cancel: 'CANCELLED' },
  ARRIVED: { receive: 'RECEIVING' },
  RECEIVING: { receive: 'RECEIVING', finish: 'RECEIVED', differ: 'RECEIVED_WITH_DISCREPANCY' },
  RECEIVED: {},
  RECEIVED_WITH_DISCREPANCY: {},
  CANCELLED: {},
};

/** What the portals may offer in each state, by the name of the permission. */
export const noticeActions: Readonly<Record<NoticeState, readonly string[]>> = {
  DRAFT: ['purchasing.notice.save', 'purchasing.notice.submit', 'purchasing.notice.cancel'],
  SUBMITTED: [
    'purchasing.notice.dispatch',
    'purchasing.notice.reschedule',
    'purchasing.notice.cancel',
    'purchasing.notice.arrive',
    'purchasing.receipt.post',
  ],
  IN_TRANSIT: [
    'purchasing.notice.reschedule',
    'purchasing.notice.cancel',
    'purchasing.notice.arrive',
    'purchasing.receipt.post',
  ],
  ARRIVED: ['purchasing.receipt.post'],
  RECEIVING: ['purchasing.receipt.post'],
  RECEIVED: [],
  RECEIVED_WITH_DISCREPANCY: [],
  CANCELLED: [],
};
