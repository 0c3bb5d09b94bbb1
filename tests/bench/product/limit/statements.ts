import { catalogue } from './catalogue.statement.ts';
import { supplierOrder, supplierOrders } from './orders.statement.ts';
import { supplierProposals } from './proposals.statement.ts';
import { customerOrder, customerOrders } from './sales-orders.statement.ts';
import type { Statement } from './statement.ts';
import { stockList } from './stock-list.statement.ts';
import { supplierStock } from './stock.statement.ts';
import { ticketQueue } from './tickets.statement.ts';

/** Reads of the limit, by the name of the operation. */
export const statements: Readonly<Record<string, Statement>> = {
  supplierStock,
  supplierProposals,
  supplierOrders,
  supplierOrder,
  customerOrders,
  customerOrder,
  catalogue,
  ticketQueue,
  stockList,
};
