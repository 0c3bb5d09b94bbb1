import { cycle, type Operation } from './operation.ts';

/** What waits at the desk, the most urgent first. */
const ticketQueue: Operation = {
  name: 'ticketQueue',
  document: 'AdminDesk',
  kind: 'read',
  asks: async () => cycle([{ portal: 'admin', who: 0, variables: { first: 50, sort: 'DUE', isActive: true } }]),
};

export const deskOperations: readonly Operation[] = [ticketQueue];
