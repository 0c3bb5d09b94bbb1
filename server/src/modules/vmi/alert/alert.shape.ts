import { extendShape, instant, localized, many, one, shape, value, type Row } from '../../../platform/read/shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { agreementShape } from '../agreement/agreement.shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';

/** What each kind says, and how urgent it is. */
const KINDS = {
  OUT_OF_STOCK: ['CRITICAL', 'Nothing is left at the site', '现场已无库存'],
  BELOW_MIN: ['WARNING', 'Stock is below its minimum', '库存低于最低限额'],
  PROJECTED_STOCKOUT: ['WARNING', 'Stock will run out before enough arrives', '预计在补货到达前断货'],
  ABOVE_MAX: ['INFO', 'Stock is above its maximum', '库存高于最高限额'],
  NO_DATA: ['WARNING', 'Figures are missing or too old to replenish by', '数据缺失或过旧，无法据此补货'],
  ANSWER_OVERDUE: ['WARNING', 'A proposal was not answered in time', '补货建议逾期未答复'],
  NOTICE_OVERDUE: ['WARNING', 'A shipment has not arrived on its day', '发货未按期到达'],
  OVER_COMMITTED: ['INFO', 'What is here and coming passes the maximum', '现有与在途合计超过最高限额'],
  AGREEMENT_EXPIRING: ['WARNING', 'The agreement ends soon', '协议即将到期'],
  STOCK_LEFT_CONSIGNED: [
    'CRITICAL',
    'The agreement has ended and consigned stock is still here',
    '协议已结束，仍有寄售库存',
  ],
} as const;

const byKind = (place: 0 | 1 | 2) => (row: Row) =>
  `case ${row}.type ${Object.entries(KINDS)
    .map(([type, texts]) => `when '${type}' then '${texts[place]}'`)
    .join(' ')} end`;

/** Both sides see the alerts of their lines and agreements. */
export const alertShape = shape({
  type: 'VmiAlert',
  prefix: 'val',
  table: 'vmi_alert',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    type: value('type'),
    severity: value(byKind(0)),
    message: localized(byKind(1), byKind(2)),
    openedAt: instant('opened_at'),
    endedAt: instant('ended_at'),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    agreement: one(
      () => agreementShape,
      (row, child) => `${child}.id = ${row}.agreement_id`,
    ),
    line: one(
      () => vmiLineShape,
      (row, child) => `${child}.id = ${row}.line_id`,
    ),
  },
});

extendShape(vmiLineShape, {
  alerts: many(
    () => alertShape,
    (row, child) => `${child}.line_id = ${row}.id and ${child}.ended_at is null`,
    (child) => `${child}.opened_at desc, ${child}.id`,
  ),
});
