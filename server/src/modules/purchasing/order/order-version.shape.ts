import { instant, shape, value } from '../../../platform/read/shape.ts';

/** What was sent, and when. */
export const orderVersionShape = shape({
  type: 'PurchaseOrderVersion',
  prefix: 'pov',
  table: 'purchasing_order_version',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    version: value('version'),
    reason: value('reason'),
    createdAt: instant('created_at'),
    snapshot: value((row) => `${row}.snapshot::text`),
  },
});
