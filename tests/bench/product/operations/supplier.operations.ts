import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import * as peer from '../peer/supplier.peer.ts';
import { cycle, type Operation } from './operation.ts';

const suppliers = (count: number, variables: object) =>
  cycle(
    Array.from({ length: count }, (_, n) => ({ portal: 'supplier' as const, who: n + 1, variables: { ...variables } })),
  );

/** The page suppliers live on: 50 lines by cover, with what comes and 13 weeks ahead. */
const supplierStock: Operation = {
  name: 'supplierStock',
  peer: peer.supplierStock,
  document: 'SupplierStock',
  kind: 'read',
  asks: async ({ size }) => suppliers(size.suppliers, { first: 50, sort: 'COVER', unit: 'WEEK', buckets: 13 }),
};

const supplierProposals: Operation = {
  name: 'supplierProposals',
  peer: peer.supplierProposals,
  document: 'SupplierProposals',
  kind: 'read',
  asks: async ({ size }) => suppliers(size.suppliers, { first: 50, sort: 'ANSWER_DUE', state: ['OPEN'] }),
};

const supplierOrders: Operation = {
  name: 'supplierOrders',
  peer: peer.supplierOrders,
  document: 'SupplierOrders',
  kind: 'read',
  asks: async ({ size }) => suppliers(size.suppliers, { first: 50, sort: 'NEWEST' }),
};

const supplierOrder: Operation = {
  name: 'supplierOrder',
  peer: peer.supplierOrder,
  document: 'SupplierOrderPage',
  kind: 'read',
  async asks({ query, size }) {
    const rows = await query<{ id: string; who: number }>(
      `select o.id, right(o.supplier_id::text, 6) as who from purchasing_order o where o.state = 'CONFIRMED' order by md5(o.id::text) limit $1`,
      [Math.min(4000, size.purchaseOrders)],
    );
    return cycle(
      rows.map(({ id, who }) => ({
        portal: 'supplier',
        who: Number.parseInt(String(who), 16),
        variables: { id: toGlobalId('por', id) },
      })),
    );
  },
};

export const supplierOperations: readonly Operation[] = [
  supplierStock,
  supplierProposals,
  supplierOrders,
  supplierOrder,
];
