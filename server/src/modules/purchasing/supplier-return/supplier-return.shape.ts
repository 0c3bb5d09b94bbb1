import { instant, many, money, one, shape, value } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { supplierReturnLineShape } from './supplier-return-line.shape.ts';

/** Both sides see what went back. */
export const supplierReturnShape = shape({
  type: 'SupplierReturn',
  prefix: 'srt',
  table: 'purchasing_supplier_return',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    number: value('number'),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    reason: value('reason'),
    expectedCredit: money('expected_credit', 'currency'),
    carrier: value('carrier'),
    tracking: value('tracking'),
    returnedOn: value('returned_on'),
    createdAt: instant('created_at'),
    lines: many(
      () => supplierReturnLineShape,
      (row, child) => `${child}.return_id = ${row}.id`,
      (child) => `${child}.line_no`,
    ),
  },
});
