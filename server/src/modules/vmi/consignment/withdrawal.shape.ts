import { instant, money, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';

const own = (row: Row) => `${row}.supplier_id = (select app_org())`;

/** What was taken is between its supplier and the company. */
export const withdrawalShape = shape({
  type: 'Withdrawal',
  prefix: 'wdr',
  table: 'vmi_withdrawal',
  visible: { STAFF: 'all', SUPPLIER: own },
  fields: {
    kind: value('kind'),
    supplier: one(
      () => organisationShape,
      (row, supplier) => `${supplier}.id = ${row}.supplier_id`,
    ),
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    quantity: quantity('quantity', stockUnit),
    unitPrice: money('unit_price', 'currency'),
    amount: money('amount', 'currency'),
    occurredOn: value('occurred_on'),
    recordedAt: instant('recorded_at'),
    note: value('note'),
    isReversed: value((row) => `exists (select from vmi_withdrawal r where r.reverses_id = ${row}.id)`),
    isSettled: value((row) => `exists (select from vmi_statement_line l where l.withdrawal_id = ${row}.id)`),
  },
});
