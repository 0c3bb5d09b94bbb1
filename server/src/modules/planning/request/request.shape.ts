import { allowedActions, globalId, instant, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { requestActions } from './request.state.ts';

/** A supplier sees what he is asked himself. */
export const requestShape = shape({
  type: 'SupplierRequest',
  prefix: 'srq',
  table: 'planning_supplier_request',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    kind: value('kind'),
    state: value('state'),
    supplier: one(
      () => organisationShape,
      (row, organisation) => `${organisation}.id = ${row}.supplier_id`,
    ),
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    orderId: globalId('por', 'order_id'),
    orderNumber: value((row) => `(select o.number from purchasing_order o where o.id = ${row}.order_id)`),
    currentOn: value((row) => `${row}.current_on::text`),
    wantedOn: value((row) => `${row}.wanted_on::text`),
    committedOn: value((row) => `${row}.committed_on::text`),
    quantity: quantity('quantity', stockUnit),
    note: value('note'),
    answerNote: value('answer_note'),
    askedAt: instant('asked_at'),
    answeredAt: instant('answered_at'),
    version: value('version'),
    allowedActions: allowedActions('state', requestActions),
  },
});
