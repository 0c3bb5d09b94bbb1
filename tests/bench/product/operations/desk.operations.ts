import * as peer from '../peer/desk.peer.ts';
import { cycle, type Operation } from './operation.ts';

/** What waits at the desk, the most urgent first. */
const ticketQueue: Operation = {
  name: 'ticketQueue',
  peer: peer.ticketQueue,
  document: 'AdminDesk',
  kind: 'read',
  asks: async () => cycle([{ portal: 'admin', who: 0, variables: { first: 50, sort: 'DUE', isActive: true } }]),
};

/** The company's stock by item and site. */
const stockList: Operation = {
  name: 'stockList',
  document: 'AdminStock',
  kind: 'read',
  asks: async () => cycle([{ portal: 'admin', who: 0, variables: { first: 50, sort: 'SKU' } }]),
};

export const deskOperations: readonly Operation[] = [ticketQueue, stockList];
