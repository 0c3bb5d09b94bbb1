export const RETURN_STATES = [
  'REQUESTED',
  'APPROVED',
  'REJECTED',
  'IN_TRANSIT',
  'RECEIVED',
  'INSPECTED',
  'RESOLVED',
  'CLOSED',
] as const;
export type ReturnState = (typeof RETURN_STATES)[number];
export type ReturnResolution = 'REFUND' | 'REPLACE' | 'REPAIR' | 'CREDIT';
export type ReturnOutcome = 'RESTOCK' | 'SCRAP' | 'RETURN_TO_SUPPLIER';

export type ReturnAct = 'approve' | 'reject' | 'send' | 'receive' | 'inspect' | 'resolve' | 'close';

/** What may happen to a return in each state, and where it leads. An act that is not named is refused. */
export const returnTransitions: Readonly<Record<ReturnState, Partial<Record<ReturnAct, ReturnState>>>> = {
  REQUESTED: { approve: 'APPROVED', reject: 'REJECTED' },
  APPROVED: { send: 'IN_TRANSIT', receive: 'RECEIVED' },
  IN_TRANSIT: { receive: 'RECEIVED' },
  RECEIVED: { inspect: 'INSPECTED' },
  INSPECTED: { resolve: 'RESOLVED' },
  RESOLVED: { close: 'CLOSED' },
  REJECTED: {},
  CLOSED: {},
};

/** What the portals may offer in each state, by the name of the permission. */
export const returnActions: Readonly<Record<ReturnState, readonly string[]>> = {
  REQUESTED: ['sales.return.approve', 'sales.return.reject'],
  APPROVED: ['sales.return.send', 'sales.return.receive'],
  IN_TRANSIT: ['sales.return.receive'],
  RECEIVED: ['sales.return.inspect'],
  INSPECTED: ['sales.return.resolve'],
  RESOLVED: ['sales.return.close'],
  REJECTED: [],
  CLOSED: [],
};
