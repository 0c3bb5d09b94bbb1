import { allowedActions, instant, many, one, shape, value } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { handlingUnitShape } from './handling-unit.shape.ts';
import { noticeChangeShape } from './notice-change.shape.ts';
import { noticeLineShape } from './notice-line.shape.ts';
import { noticeActions } from './shipment-notice.state.ts';

/** A supplier sees his notices, staff those that were submitted. */
export const shipmentNoticeShape = shape({
  type: 'ShipmentNotice',
  prefix: 'asn',
  table: 'purchasing_notice',
  visible: {
    STAFF: (row) => `${row}.state <> 'DRAFT'`,
    SUPPLIER: (row) => `${row}.supplier_id = (select app_org())`,
  },
  fields: {
    number: value('number'),
    state: value('state'),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    shippedOn: value('shipped_on'),
    firstExpectedOn: value('first_expected_on'),
    expectedOn: value('expected_on'),
    carrier: value('carrier'),
    tracking: value('tracking'),
    note: value('note'),
    version: value('version'),
    createdAt: instant('created_at'),
    submittedAt: instant('submitted_at'),
    arrivedAt: instant('arrived_at'),
    isOverdue: value((row) => `(${row}.overdue_at is not null and ${row}.state in ('SUBMITTED', 'IN_TRANSIT'))`),
    lines: many(
      () => noticeLineShape,
      (row, child) => `${child}.notice_id = ${row}.id`,
      (child) => `${child}.line_no`,
    ),
    handlingUnits: many(
      () => handlingUnitShape,
      (row, child) => `${child}.notice_id = ${row}.id`,
      (child) => `${child}.position`,
    ),
    changes: many(
      () => noticeChangeShape,
      (row, child) => `${child}.notice_id = ${row}.id`,
      (child) => `${child}.changed_at`,
    ),
    allowedActions: allowedActions('state', noticeActions),
  },
});
