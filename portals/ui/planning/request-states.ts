export const requestStates = ['OPEN', 'COMMITTED', 'DECLINED', 'WITHDRAWN'] as const;

/** How each state of a request looks. */
export const requestLooks = {
  OPEN: 'OPEN',
  COMMITTED: 'COMMITTED',
  DECLINED: 'DECLINED',
  WITHDRAWN: 'CANCELLED',
} as const;
