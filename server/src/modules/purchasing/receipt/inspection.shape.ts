import { decimal, instant, shape, value } from '../../../platform/read/shape.ts';

/** Both sides see what was decided. */
export const inspectionShape = shape({
  type: 'Inspection',
  prefix: 'ins',
  table: 'purchasing_inspection',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    acceptedQuantity: decimal('accepted_quantity'),
    rejectedQuantity: decimal('rejected_quantity'),
    reason: value('reason'),
    inspectedAt: instant('inspected_at'),
  },
});
