import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import * as peer from '../peer/customer.peer.ts';
import { customerNumber, idOf } from '../seed/seed.ts';
import type { Size } from '../size.ts';
import { cycle, type Operation } from './operation.ts';

const customers = (size: Size, variables: object) =>
  cycle(
    Array.from({ length: size.customers }, (_, n) => ({
      portal: 'customer' as const,
      who: customerNumber(size, n),
      variables: { ...variables },
      site: idOf('site', n % size.sites),
    })),
  );

const customerOrders: Operation = {
  name: 'customerOrders',
  peer: peer.customerOrders,
  document: 'CustomerOrders',
  kind: 'read',
  asks: async ({ size }) => customers(size, { first: 50, sort: 'NEWEST' }),
};

/** An open order, with what each of its lines waits for. */
const customerOrder: Operation = {
  name: 'customerOrder',
  peer: peer.customerOrder,
  document: 'CustomerOrderPage',
  kind: 'read',
  async asks({ query, size }) {
    const rows = await query<{ id: string; who: string }>(
      `select o.id, right(o.customer_id::text, 6) as who from sales_order o where o.state = 'CONFIRMED' order by md5(o.id::text) limit $1`,
      [Math.min(4000, size.salesOrders)],
    );
    return cycle(
      rows.map(({ id, who }) => ({
        portal: 'customer',
        who: Number.parseInt(who, 16),
        variables: { id: toGlobalId('sor', id) },
      })),
    );
  },
};

/** What a customer may buy, at its price, with what can be promised of it. */
const catalogue: Operation = {
  name: 'catalogue',
  peer: peer.catalogue,
  document: 'CustomerCatalogue',
  kind: 'read',
  asks: async ({ size }) => customers(size, { first: 50, sort: 'NAME' }),
};

export const customerOperations: readonly Operation[] = [customerOrders, customerOrder, catalogue];
