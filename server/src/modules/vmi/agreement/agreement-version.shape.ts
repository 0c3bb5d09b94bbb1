import { decimal, instant, shape, value } from '../../../platform/read/shape.ts';
import type { Row } from '../../../platform/read/shape.ts';

const nameOf = (column: string) => (row: Row) => `(select p.name from identity_person p where p.id = ${row}.${column})`;

/** A draft is read by the side that writes it; what was proposed, by both. */
export const agreementVersionShape = shape({
  type: 'VmiAgreementVersion',
  prefix: 'vav',
  table: 'vmi_agreement_version',
  visible: {
    STAFF: (row) => `(${row}.state <> 'DRAFT' or ${row}.proposed_by = 'COMPANY')`,
    SUPPLIER: (row) =>
      `${row}.supplier_id = (select app_org()) and (${row}.state <> 'DRAFT' or ${row}.proposed_by = 'SUPPLIER')`,
  },
  fields: {
    versionNo: value('version_no'),
    state: value('state'),
    variant: value('variant'),
    limitsOwner: value('limits_owner'),
    roundingPolicy: value('rounding_policy'),
    roundingTolerance: decimal('rounding_tolerance'),
    quantityTolerance: decimal('quantity_tolerance'),
    dateToleranceDays: value('date_tolerance_days'),
    answerWithinHours: value('answer_within_hours'),
    usageWindowDays: value('usage_window_days'),
    horizonDays: value('horizon_days'),
    maxFeedAgeHours: value('max_feed_age_hours'),
    isReviewedFirst: value('is_reviewed_first'),
    isConsignment: value('is_consignment'),
    ageingDays: value('ageing_days'),
    sharesDemand: value('shares_demand'),
    belowMinimumBearer: value('below_minimum_bearer'),
    aboveMaximumBearer: value('above_maximum_bearer'),
    liabilityNote: value('liability_note'),
    proposedBy: value('proposed_by'),
    proposedByName: value(nameOf('proposed_by_person_id')),
    proposedAt: instant('proposed_at'),
    decidedByName: value(nameOf('decided_by_person_id')),
    decidedAt: instant('decided_at'),
    decisionNote: value('decision_note'),
  },
});
