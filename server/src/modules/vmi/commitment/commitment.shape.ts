import {
  allowedActions,
  extendShape,
  instant,
  many,
  one,
  quantity,
  shape,
  value,
  type Row,
} from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { purchaseOrderShape } from '../../purchasing/order/purchase-order.shape.ts';
import { scheduleLineShape } from '../../purchasing/order/schedule-line.shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';
import { proposalShape } from '../proposal/proposal.shape.ts';
import { readerSide } from '../vmi.policy.ts';
import { commitmentActions } from './commitment.state.ts';

/** The state, and whether a request to cancel waits for the reader or for the other side. */
const offeringState = (row: Row) =>
  `case when ${row}.cancel_requested_by is null or ${row}.state <> 'COMMITTED' then ${row}.state when ${row}.cancel_requested_by = ${readerSide} then 'ASKING' else 'ASKED' end`;

/** Both sides see what was promised. */
export const commitmentShape = shape({
  type: 'VmiCommitment',
  prefix: 'vcm',
  table: 'vmi_commitment',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    state: value('state'),
    proposal: one(
      () => proposalShape,
      (row, child) => `${child}.id = ${row}.proposal_id`,
    ),
    line: one(
      () => vmiLineShape,
      (row, child) => `${child}.id = ${row}.line_id`,
    ),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    quantity: quantity('quantity', stockUnit),
    deliverOn: value('deliver_on'),
    shippedQuantity: quantity('shipped_quantity', stockUnit),
    receivedQuantity: quantity('received_quantity', stockUnit),
    order: one(
      () => purchaseOrderShape,
      (row, child) => `${child}.id = ${row}.order_id`,
    ),
    scheduleLine: one(
      () => scheduleLineShape,
      (row, child) => `${child}.id = ${row}.schedule_line_id`,
    ),
    cancelRequest: {
      kind: 'embed',
      exists: (row) => `${row}.cancel_requested_by is not null`,
      fields: {
        requestedBy: value('cancel_requested_by'),
        requestedAt: instant('cancel_requested_at'),
        reason: value('cancel_reason'),
      },
    },
    committedAt: instant('committed_at'),
    closedAt: instant('closed_at'),
    version: value('version'),
    allowedActions: allowedActions(offeringState, commitmentActions),
  },
});

extendShape(proposalShape, {
  commitments: many(
    () => commitmentShape,
    (row, child) => `${child}.proposal_id = ${row}.id`,
    (child) => `${child}.part_no`,
  ),
});
