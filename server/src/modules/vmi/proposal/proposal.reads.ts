import { list } from '../../../platform/read/list.ts';
import { proposalShape } from './proposal.shape.ts';

export const proposalList = list(proposalShape, {
  sorts: {
    NEWEST: { by: (row) => `${row}.computed_at`, type: 'timestamptz', direction: 'desc' },
    ANSWER_DUE: { by: (row) => `${row}.answer_due_at`, type: 'timestamptz', direction: 'asc' },
  },
  filters: {
    state: (row, wanted) => `${row}.state = any(${wanted}::text[])`,
    isPending: (row, wanted) => `${row}.state in ('COMPUTED', 'OPEN', 'COUNTERED') and ${wanted}::boolean`,
    supplierId: (row, wanted) => `${row}.supplier_id = ${wanted}::uuid`,
    agreementId: (row, wanted) => `${row}.agreement_id = ${wanted}::uuid`,
    lineId: (row, wanted) => `${row}.line_id = ${wanted}::uuid`,
    runId: (row, wanted) => `${row}.run_id = ${wanted}::uuid`,
    search: (row, wanted) =>
      `(${row}.number ilike '%' || ${wanted}::text || '%' or exists (select from catalog_item i where i.id = ${row}.item_id and (i.sku || ' ' || i.name_en || ' ' || i.name_zh) ilike '%' || ${wanted}::text || '%'))`,
  },
});
