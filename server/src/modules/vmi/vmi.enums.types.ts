import { registerEnumType } from 'type-graphql';
import { AGREEMENT_STATES } from './agreement/agreement.state.ts';
import { COMMITMENT_STATES } from './commitment/commitment.state.ts';
import { PROPOSAL_STATES } from './proposal/proposal.state.ts';

/** An enum whose values are their own names, as GraphQL shows them. */
const named = <const Name extends string>(names: readonly Name[]): { readonly [N in Name]: N } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in Name]: N };

export const AgreementStateEnum = named(AGREEMENT_STATES);
registerEnumType(AgreementStateEnum, { name: 'VmiAgreementState' });
export const VersionStateEnum = named(['DRAFT', 'PROPOSED', 'ACCEPTED', 'REFUSED', 'SUPERSEDED']);
registerEnumType(VersionStateEnum, { name: 'VmiAgreementVersionState' });
export const VariantEnum = named(['PLANNED_SHIPMENT', 'REPLENISHMENT_ORDER']);
registerEnumType(VariantEnum, {
  name: 'VmiVariant',
  description:
    'PLANNED_SHIPMENT: what is promised is added to one standing order. REPLENISHMENT_ORDER: each promise raises an order, which we number.',
});
export const SideEnum = named(['COMPANY', 'SUPPLIER']);
registerEnumType(SideEnum, { name: 'VmiSide', description: 'The two parties of an agreement.' });
export const BearerEnum = named(['COMPANY', 'SUPPLIER', 'NOBODY']);
registerEnumType(BearerEnum, {
  name: 'VmiBearer',
  description: 'Who answers for stock outside of its limits.',
});
export const RoundingPolicyEnum = named(['UP', 'DOWN_TO_MAX', 'NEAREST']);
registerEnumType(RoundingPolicyEnum, {
  name: 'VmiRoundingPolicy',
  description: 'How a need becomes whole packs: up; up unless that passes the maximum, then down; or to the nearest.',
});
export const LimitsModeEnum = named(['STATIC', 'DAYS_OF_SUPPLY']);
registerEnumType(LimitsModeEnum, {
  name: 'VmiLimitsMode',
  description: 'STATIC: limits are amounts. DAYS_OF_SUPPLY: they are days of average usage.',
});
export const ColourEnum = named(['OUT_OF_STOCK', 'BELOW_MIN', 'ON_TRACK', 'ABOVE_MAX', 'NO_DATA']);
registerEnumType(ColourEnum, { name: 'VmiColour', description: 'How stock stands against its limits.' });
export const BucketUnitEnum = named(['DAY', 'WEEK', 'MONTH']);
registerEnumType(BucketUnitEnum, { name: 'VmiBucketUnit' });
export const SupplyKindEnum = named(['ORDER', 'NOTICE']);
registerEnumType(SupplyKindEnum, {
  name: 'VmiSupplyKind',
  description: 'ORDER: ordered and not announced yet. NOTICE: announced by a ship notice, on its way.',
});
export const AlertTypeEnum = named([
  'OUT_OF_STOCK',
  'BELOW_MIN',
  'PROJECTED_STOCKOUT',
  'ABOVE_MAX',
  'NO_DATA',
  'ANSWER_OVERDUE',
  'NOTICE_OVERDUE',
  'OVER_COMMITTED',
  'AGREEMENT_EXPIRING',
  'STOCK_LEFT_CONSIGNED',
]);
registerEnumType(AlertTypeEnum, { name: 'VmiAlertType' });
export const SeverityEnum = named(['CRITICAL', 'WARNING', 'INFO']);
registerEnumType(SeverityEnum, { name: 'VmiAlertSeverity' });
export const ProposalStateEnum = named(PROPOSAL_STATES);
registerEnumType(ProposalStateEnum, { name: 'VmiProposalState' });
export const OriginEnum = named(['RUN', 'SUPPLIER', 'PLAN']);
registerEnumType(OriginEnum, {
  name: 'VmiProposalOrigin',
  description:
    'RUN: computed from the limits. PLAN: asked for by material requirements. SUPPLIER: he means to deliver without being asked.',
});
export const DecisionEnum = named(['ACCEPT', 'ACCEPT_WITH_CHANGES', 'DECLINE']);
registerEnumType(DecisionEnum, { name: 'VmiDecision', description: "A supplier's answer to a proposal." });
export const AnyDecisionEnum = named(['ACCEPT', 'ACCEPT_WITH_CHANGES', 'DECLINE', 'APPROVE', 'REFUSE']);
registerEnumType(AnyDecisionEnum, {
  name: 'VmiAnswerDecision',
  description: "The supplier's answers, and the buyer's to a counter-proposal.",
});
export const ReviewEnum = named(['ACCEPT', 'REFUSE']);
registerEnumType(ReviewEnum, {
  name: 'VmiReviewDecision',
  description: 'REFUSE: the proposal is open again.',
});
export const CommitmentStateEnum = named(COMMITMENT_STATES);
registerEnumType(CommitmentStateEnum, { name: 'VmiCommitmentState' });
export const RunIssueReasonEnum = named([
  'STALE_FEED',
  'NEGATIVE_STOCK',
  'MISSING_LIMITS',
  'MISSING_TERMS',
  'PACK_ABOVE_MAX',
]);
registerEnumType(RunIssueReasonEnum, {
  name: 'VmiRunIssueReason',
  description: 'Why replenishment left a line out.',
});
