import { list } from '../../../platform/read/list.ts';
import { runIssueShape, runShape } from './run.shape.ts';

export const runList = list(runShape, {
  sorts: { NEWEST: { by: (row) => `${row}.started_at`, type: 'timestamptz', direction: 'desc' } },
});

export const runIssueList = list(runIssueShape, {
  sorts: { NEWEST: { by: (row) => `${row}.found_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    isOpen: (row, wanted) => `(${row}.ended_at is null) = ${wanted}::boolean`,
    reason: (row, wanted) => `${row}.reason = any(${wanted}::text[])`,
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
  },
});
