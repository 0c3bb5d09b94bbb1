import { decimal, extendShape, money, one, shape, value } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { own } from '../order/sales-order.policy.ts';
import { priceListShape } from '../price/price-list.shape.ts';
import { territoryShape } from './territory.shape.ts';

/** A customer sees the terms it buys on. */
export const customerTermsShape = shape({
  type: 'CustomerTerms',
  prefix: 'ctm',
  table: 'sales_customer_terms',
  visible: { STAFF: 'all', CUSTOMER: own },
  fields: {
    currency: value('currency'),
    paymentDays: value('payment_days'),
    creditLimit: money('credit_limit', 'currency'),
    receivable: money(
      (row) =>
        `(select coalesce(sum(case when i.kind = 'INVOICE' then i.open_amount else -i.open_amount end), 0) from sales_invoice i where i.customer_id = ${row}.customer_id and i.currency = ${row}.currency and i.state in ('ISSUED', 'PARTLY_PAID'))`,
      'currency',
    ),
    onAccount: money(
      (row) =>
        `(select coalesce(sum(p.amount - coalesce((select sum(s.amount) from sales_payment_share s where s.payment_id = p.id), 0)), 0) from sales_payment p where p.customer_id = ${row}.customer_id and p.currency = ${row}.currency and p.kind = 'RECEIPT')`,
      'currency',
    ),
    isOnHold: value('is_on_hold'),
    holdReason: value('hold_reason'),
    isTaxInclusive: value('is_tax_inclusive'),
    taxRounding: value('tax_rounding'),
    taxRate: decimal('tax_rate'),
    isFreightTaxed: value('is_freight_taxed'),
    confirmsAtOnce: value('confirms_at_once'),
    cutoffDays: value('cutoff_days'),
    allowsPartial: value('allows_partial'),
    territory: one(
      () => territoryShape,
      (row, child) => `${child}.id = ${row}.territory_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    priceList: one(
      () => priceListShape,
      (row, child) => `${child}.id = ${row}.price_list_id`,
    ),
    version: value('version'),
  },
});

extendShape(organisationShape, {
  customerTerms: one(
    () => customerTermsShape,
    (row, child) => `${child}.customer_id = ${row}.id`,
  ),
});
