import { instant, shape, value } from '../../../platform/read/shape.ts';

/** Both sides see why a shipment comes on another day. */
export const noticeChangeShape = shape({
  type: 'ShipmentNoticeChange',
  prefix: 'anc',
  table: 'purchasing_notice_change',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    fromExpectedOn: value('from_expected_on'),
    toExpectedOn: value('to_expected_on'),
    reason: value('reason'),
    changedAt: instant('changed_at'),
  },
});
