import { answeringOperations } from './answering.operations.ts';
import { customerOperations } from './customer.operations.ts';
import { deskOperations } from './desk.operations.ts';
import type { Operation } from './operation.ts';
import { placingOperations } from './placing.operations.ts';
import { receivingOperations } from './receiving.operations.ts';
import { supplierOperations } from './supplier.operations.ts';
import { warehouseOperations } from './warehouse.operations.ts';

/** What the benchmark measures, reads first: they find the database as it was seeded. */
export const operations: readonly Operation[] = [
  ...supplierOperations,
  ...customerOperations,
  ...deskOperations,
  ...placingOperations,
  ...answeringOperations,
  ...warehouseOperations,
  ...receivingOperations,
];
