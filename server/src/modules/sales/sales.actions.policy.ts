import type { Role } from '../../platform/access/role.ts';

const SELLERS: readonly Role[] = ['ADMIN', 'SALES'];
const MONEY: readonly Role[] = ['ADMIN', 'FINANCE'];
const KEEPERS: readonly Role[] = ['ADMIN', 'WAREHOUSE'];
const BUYERS: readonly Role[] = ['CUSTOMER_ADMIN', 'CUSTOMER_BUYER'];
const READERS: readonly Role[] = [
  ...['ADMIN', 'SALES', 'FINANCE', 'WAREHOUSE', 'SERVICE', 'VIEWER', 'BUYER', 'PLANNER'],
  ...['CUSTOMER_ADMIN', 'CUSTOMER_BUYER', 'CUSTOMER_VIEWER'],
] as Role[];

/** Who may do what in sales. Which of a customer's own rows it is about is a matter of visibility. */
export const salesActions: Readonly<Record<string, readonly Role[]>> = {
  'sales.order.draft': [...SELLERS, ...BUYERS],
  'sales.order.submit': [...SELLERS, ...BUYERS],
  'sales.order.approve': BUYERS,
  'sales.order.change': [...SELLERS, ...BUYERS],
  'sales.order.cancel': [...SELLERS, ...BUYERS],
  'sales.order.confirm': SELLERS,
  'sales.order.hold': [...SELLERS, 'FINANCE'],
  'sales.order.release': [...SELLERS, 'FINANCE'],
  'sales.order.release_credit': MONEY,
  'sales.order.close': SELLERS,
  'sales.order.promise': [...SELLERS, 'PLANNER'],
  'sales.order.allocate': [...SELLERS, 'WAREHOUSE', 'PLANNER'],
  'sales.shipment.pack': KEEPERS,
  'sales.shipment.dispatch': KEEPERS,
  'sales.shipment.cancel': KEEPERS,
  'sales.shipment.track': [...KEEPERS, 'SALES'],
  'sales.shipment.deliver': [...KEEPERS, 'SALES'],
  'sales.shipment.bring_back': KEEPERS,
  'sales.return.request': [...SELLERS, 'SERVICE', ...BUYERS],
  'sales.return.send': [...SELLERS, ...BUYERS],
  'sales.return.approve': [...SELLERS, 'SERVICE'],
  'sales.return.reject': [...SELLERS, 'SERVICE'],
  'sales.return.receive': KEEPERS,
  'sales.return.inspect': KEEPERS,
  'sales.return.resolve': [...SELLERS, 'FINANCE'],
  'sales.return.close': [...SELLERS, 'FINANCE'],
  'sales.invoice.issue': MONEY,
  'sales.invoice.credit': MONEY,
  'sales.payment.record': MONEY,
  'sales.price.edit': SELLERS,
  'sales.rate.edit': MONEY,
  'sales.territory.edit': SELLERS,
  'sales.terms.edit': [...SELLERS, 'FINANCE'],
  'sales.delivery_address.edit': [...SELLERS, 'CUSTOMER_ADMIN'],
  'sales.buyer_limit.edit': [...SELLERS, 'CUSTOMER_ADMIN'],
  'sales.document.make': READERS,
};
