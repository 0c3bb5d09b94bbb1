import { list } from '../../../platform/read/list.ts';
import { shipmentNoticeShape } from './shipment-notice.shape.ts';

export const shipmentNoticeList = list(shipmentNoticeShape, {
  sorts: {
    EXPECTED: { by: (row) => `${row}.expected_on`, type: 'date', direction: 'asc' },
    NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' },
    NUMBER: { by: (row) => `${row}.number`, type: 'text', direction: 'asc' },
  },
  filters: {
    search: (row, wanted) =>
      `((${row}.number || ' ' || ${row}.carrier || ' ' || ${row}.tracking) ilike '%' || ${wanted}::text || '%' or exists (select from purchasing_handling_unit h where h.notice_id = ${row}.id and h.sscc = ${wanted}::text))`,
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    supplier: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    site: (row, wanted) => `${row}.site_id = ${wanted}::uuid`,
    order: (row, wanted) =>
      `${row}.id in (select n.notice_id from purchasing_notice_line n join purchasing_schedule_line s on s.id = n.schedule_line_id where s.order_id = ${wanted}::uuid)`,
    isOverdue: (row, wanted) =>
      `(${row}.overdue_at is not null and ${row}.state in ('SUBMITTED', 'IN_TRANSIT')) = ${wanted}::boolean`,
  },
});
