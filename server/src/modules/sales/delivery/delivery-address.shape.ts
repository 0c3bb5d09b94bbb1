import { extendShape, many, shape, value } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { own } from '../order/sales-order.policy.ts';

/** A customer sees its own places. */
export const deliveryAddressShape = shape({
  type: 'DeliveryAddress',
  prefix: 'dea',
  table: 'sales_delivery_address',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    name: value('name'),
    address: value('address'),
    isDefault: value('is_default'),
    isActive: value('is_active'),
    version: value('version'),
  },
});

extendShape(organisationShape, {
  deliveryAddresses: many(
    () => deliveryAddressShape,
    (row, child) => `${child}.customer_id = ${row}.id`,
    (child) => `not ${child}.is_active, not ${child}.is_default, ${child}.name, ${child}.id`,
  ),
});
