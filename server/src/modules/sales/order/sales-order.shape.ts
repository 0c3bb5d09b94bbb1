import { allowedActions, decimal, instant, money, one, shape, value } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { fromLines, offeredState, ownAndShared } from './sales-order.policy.ts';
import { orderActions } from './sales-order.state.ts';

const nameOf = (column: string) =>
  value((row) => `(select p.name from identity_person p where p.id = ${row}.${column})`);

// Past its cut-off a customer may neither change nor cancel; everything else is as in the state itself.
const late = Object.fromEntries(
  (['SUBMITTED', 'CONFIRMED', 'ON_HOLD'] as const).map((state) => [
    `${state}_LATE`,
    orderActions[state].filter((act) => act !== 'sales.order.change' && act !== 'sales.order.cancel'),
  ]),
);

/** A customer sees its own orders, once we show them. */
export const salesOrderShape = shape({
  type: 'SalesOrder',
  prefix: 'sor',
  table: 'sales_order',
  visible: { STAFF: 'all', CUSTOMER: ownAndShared },
  fields: {
    number: value('number'),
    origin: value('origin'),
    channel: value('channel'),
    state: value('state'),
    holdKind: value('hold_kind'),
    holdReason: value('hold_reason'),
    fulfilment: value('fulfilment_state'),
    invoicing: value('invoicing_state'),
    payment: value('payment_state'),
    returned: value('return_state'),
    version: value('version'),
    customer: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.customer_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    customerReference: value('customer_reference'),
    currency: value('currency'),
    exchangeRate: decimal('exchange_rate'),
    isTaxInclusive: value('is_tax_inclusive'),
    taxRounding: value('tax_rounding'),
    paymentDays: value('payment_days'),
    allowsPartial: value('allows_partial'),
    orderedOn: value('ordered_on'),
    requestedOn: value('requested_on'),
    shipTo: value('ship_to'),
    note: value('note'),
    subtotal: money('subtotal', 'currency'),
    tax: money('tax', 'currency'),
    freight: money('freight', 'currency'),
    freightTax: money('freight_tax', 'currency'),
    total: money('total', 'currency'),
    salesPersonName: nameOf('sales_person_id'),
    placedByName: nameOf('placed_by_person_id'),
    approvedByName: nameOf('approved_by_person_id'),
    externalNumber: value('external_number'),
    createdAt: instant('created_at'),
    submittedAt: instant('submitted_at'),
    approvedAt: instant('approved_at'),
    confirmedAt: instant('confirmed_at'),
    closedAt: instant('closed_at'),
    closeReason: value('close_reason'),
    lineCount: value((row, arg) => `${fromLines(row, arg)}.line_count`),
    isBackordered: value((row, arg) => `${fromLines(row, arg)}.is_backordered`),
    isAtRisk: value((row, arg) => `${fromLines(row, arg)}.is_at_risk`),
    allowedActions: allowedActions(offeredState, { ...orderActions, ...late }),
  },
});
