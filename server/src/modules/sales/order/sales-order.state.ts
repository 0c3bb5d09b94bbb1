export const ORDER_STATES = [
  'DRAFT',
  'SUBMITTED',
  'AWAITING_CUSTOMER_APPROVAL',
  'CONFIRMED',
  'ON_HOLD',
  'CLOSED',
  'CANCELLED',
] as const;
export type SalesOrderState = (typeof ORDER_STATES)[number];

/** How an order reached us: by the customer's own hand over the network, or through people of sales. */
export type SalesChannel = 'ONLINE' | 'SALES';
export type SalesOrderOrigin = 'STAFF' | 'CUSTOMER' | 'IMPORT' | 'API' | 'QUOTE';
/** CREDIT: the customer's credit does not cover it, finance lets it go. MANUAL: somebody stopped it. */
export type HoldKind = 'CREDIT' | 'MANUAL';
export type LineOrigin = 'SPLIT' | 'SUBSTITUTE';

export type FulfilmentState = 'NONE' | 'PARTLY_SHIPPED' | 'SHIPPED' | 'PARTLY_DELIVERED' | 'DELIVERED';
export type InvoicingState = 'NONE' | 'PARTLY_INVOICED' | 'INVOICED';
export type PaymentState = 'NONE' | 'PARTLY_PAID' | 'PAID';
export type ReturnedState = 'NONE' | 'PARTLY_RETURNED' | 'RETURNED';

export type SalesOrderAct =
  | 'save'
  | 'submit'
  | 'ask_approval'
  | 'approve'
  | 'refuse_approval'
  | 'confirm'
  | 'hold'
  | 'release'
  | 'change'
  | 'cancel'
  | 'allocate'
  | 'ship'
  | 'invoice'
  | 'close';

/** What may happen to an order in each state, and where it leads. An act that is not named is refused. */
export const orderTransitions: Readonly<Record<SalesOrderState, Partial<Record<SalesOrderAct, SalesOrderState>>>> = {
  DRAFT: {
    save: 'DRAFT',
    submit: 'SUBMITTED',
    ask_approval: 'AWAITING_CUSTOMER_APPROVAL',
    cancel: 'CANCELLED',
  },
  AWAITING_CUSTOMER_APPROVAL: { approve: 'SUBMITTED', refuse_approval: 'DRAFT', cancel: 'CANCELLED' },
  SUBMITTED: { confirm: 'CONFIRMED', hold: 'ON_HOLD', change: 'SUBMITTED', cancel: 'CANCELLED' },
  CONFIRMED: {
    hold: 'ON_HOLD',
    change: 'CONFIRMED',
    allocate: 'CONFIRMED',
    ship: 'CONFIRMED',
    invoice: 'CONFIRMED',
    cancel: 'CANCELLED',
    close: 'CLOSED',
  },
  // What was sent before the hold may be invoiced; nothing more is set aside or sent.
  ON_HOLD: { release: 'CONFIRMED', change: 'ON_HOLD', invoice: 'ON_HOLD', cancel: 'CANCELLED' },
  CLOSED: { invoice: 'CLOSED' },
  CANCELLED: {},
};

/** What the portals may offer in each state, by the name of the permission. */
export const orderActions: Readonly<Record<SalesOrderState, readonly string[]>> = {
  DRAFT: ['sales.order.draft', 'sales.order.submit', 'sales.order.cancel'],
  AWAITING_CUSTOMER_APPROVAL: ['sales.order.approve', 'sales.order.cancel'],
  SUBMITTED: ['sales.order.confirm', 'sales.order.hold', 'sales.order.change', 'sales.order.cancel'],
  CONFIRMED: [
    'sales.order.hold',
    'sales.order.change',
    'sales.order.cancel',
    'sales.order.promise',
    'sales.order.allocate',
    'sales.order.close',
    'sales.shipment.pack',
    'sales.invoice.issue',
    'sales.return.request',
  ],
  ON_HOLD: ['sales.order.release', 'sales.order.change', 'sales.order.cancel', 'sales.invoice.issue'],
  CLOSED: ['sales.invoice.issue', 'sales.return.request'],
  CANCELLED: [],
};
