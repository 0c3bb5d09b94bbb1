import { supplierOrder, supplierOrders } from './orders.statement.ts';
import { supplierProposals } from './proposals.statement.ts';
import type { Statement } from './statement.ts';
import { supplierStock } from './stock.statement.ts';

/** Reads of the limit, by the name of the operation. */
export const statements: Readonly<Record<string, Statement>> = {
  supplierStock,
  supplierProposals,
  supplierOrders,
  supplierOrder,
};
