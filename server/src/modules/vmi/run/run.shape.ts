import { instant, localized, one, shape, value, type Row } from '../../../platform/read/shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';

/** Runs are the company's own. */
export const runShape = shape({
  type: 'VmiRun',
  prefix: 'vrn',
  table: 'vmi_run',
  visible: { STAFF: 'all' },
  fields: {
    startedAt: instant('started_at'),
    requestedByName: value(
      (row) => `(select p.name from identity_person p where p.id = ${row}.requested_by_person_id)`,
    ),
    lineCount: value('line_count'),
    proposalCount: value('proposal_count'),
    issueCount: value('issue_count'),
  },
});

const REASONS = {
  STALE_FEED: ['Stock figures are older than the agreement allows', '库存数据超过协议允许的时效'],
  NEGATIVE_STOCK: ['Stock is below zero: count it first', '库存为负，请先盘点'],
  MISSING_LIMITS: ['Minimum, reorder point or maximum is missing', '缺少最低库存、再订货点或最高库存'],
  MISSING_TERMS: ['The supplier has no active terms for the item', '供应商没有此物料的有效供货条件'],
  PACK_ABOVE_MAX: ['One pack, or the minimum order, would pass the maximum', '一个包装或最小订货量即超过最高库存'],
} as const;

const text = (place: 0 | 1) => (row: Row) =>
  `case ${row}.reason ${Object.entries(REASONS)
    .map(([reason, texts]) => `when '${reason}' then '${texts[place]}'`)
    .join(' ')} end`;

/** Why lines were left out: the company's own. */
export const runIssueShape = shape({
  type: 'VmiRunIssue',
  prefix: 'vri',
  table: 'vmi_run_issue',
  visible: { STAFF: 'all' },
  fields: {
    reason: value('reason'),
    message: localized(text(0), text(1)),
    line: one(
      () => vmiLineShape,
      (row, child) => `${child}.id = ${row}.line_id`,
    ),
    foundAt: instant('found_at'),
    endedAt: instant('ended_at'),
  },
});
