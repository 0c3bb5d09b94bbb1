import { allowedActions, instant, many, one, shape, value, type Row } from '../../../platform/read/shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { purchaseOrderShape } from '../../purchasing/order/purchase-order.shape.ts';
import { readerSide } from '../vmi.policy.ts';
import { agreementActions } from './agreement.state.ts';
import { agreementVersionShape } from './agreement-version.shape.ts';

/** The state, and whether proposed terms wait for the reader or for the other side. */
const offeringState = (row: Row) =>
  `${row}.state || coalesce((select case when v.proposed_by = ${readerSide} then '_ASKING' else '_ASKED' end from vmi_agreement_version v where v.agreement_id = ${row}.id and v.state = 'PROPOSED'), '')`;

/** A draft is read by the side that writes it; from its proposal on an agreement belongs to both. */
export const agreementShape = shape({
  type: 'VmiAgreement',
  prefix: 'vag',
  table: 'vmi_agreement',
  visible: {
    STAFF: (row) => `(${row}.is_shown or ${row}.drafted_by = 'COMPANY')`,
    SUPPLIER: (row) =>
      `${row}.supplier_id = (select app_org()) and (${row}.is_shown or ${row}.drafted_by = 'SUPPLIER')`,
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
    owner: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.owner_id`,
    ),
    draftedBy: value('drafted_by'),
    validFrom: value('valid_from'),
    validTo: value('valid_to'),
    currentVersion: one(
      () => agreementVersionShape,
      (row, child) => `${child}.agreement_id = ${row}.id and ${child}.version_no = ${row}.current_version_no`,
    ),
    waitingVersion: one(
      () => agreementVersionShape,
      (row, child) => `${child}.agreement_id = ${row}.id and ${child}.state in ('DRAFT', 'PROPOSED')`,
    ),
    versions: many(
      () => agreementVersionShape,
      (row, child) => `${child}.agreement_id = ${row}.id`,
      (child) => `${child}.version_no desc`,
    ),
    lineCount: value((row) => `(select count(*)::int from vmi_agreement_line l where l.agreement_id = ${row}.id)`),
    standingOrder: one(
      () => purchaseOrderShape,
      (row, child) => `${child}.id = ${row}.standing_order_id`,
    ),
    endedReason: value('ended_reason'),
    version: value('version'),
    createdAt: instant('created_at'),
    allowedActions: allowedActions(offeringState, agreementActions),
  },
});
