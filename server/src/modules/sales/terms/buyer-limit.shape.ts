import { extendShape, globalId, many, money, shape, value } from '../../../platform/read/shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { own } from '../order/sales-order.policy.ts';
import { customerTermsShape } from './customer-terms.shape.ts';

/** A customer's own rules for its own people. */
export const buyerLimitShape = shape({
  type: 'BuyerLimit',
  prefix: 'bly',
  table: 'sales_buyer_limit',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    personId: globalId(personShape.prefix, 'person_id'),
    personName: value((row) => `(select p.name from identity_person p where p.id = ${row}.person_id)`),
    orderLimit: money(
      'order_limit',
      (row) => `(select t.currency from sales_customer_terms t where t.customer_id = ${row}.customer_id)`,
    ),
    canApprove: value('can_approve'),
    version: value('version'),
  },
});

extendShape(customerTermsShape, {
  buyerLimits: many(
    () => buyerLimitShape,
    (row, child) => `${child}.customer_id = ${row}.customer_id`,
    (child) => `${child}.id`,
  ),
});
