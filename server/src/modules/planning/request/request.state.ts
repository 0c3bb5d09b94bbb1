export const REQUEST_STATES = ['OPEN', 'COMMITTED', 'DECLINED', 'WITHDRAWN'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export type RequestAct = 'commit' | 'decline' | 'withdraw';

/** What may become of a request. An act that is not named is refused. */
export const requestTransitions: Readonly<Record<RequestState, Partial<Record<RequestAct, RequestState>>>> = {
  OPEN: { commit: 'COMMITTED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  COMMITTED: {},
  DECLINED: {},
  WITHDRAWN: {},
};

/** What the portals may offer, by the name of the permission: each side has its own. */
export const requestActions: Readonly<Record<RequestState, readonly string[]>> = {
  OPEN: ['planning.request.answer', 'planning.request.withdraw'],
  COMMITTED: [],
  DECLINED: [],
  WITHDRAWN: [],
};
