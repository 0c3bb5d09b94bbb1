import { defineError } from '../../kernel/domain-error.ts';
import { refuseConstraint } from '../../platform/graphql/errors.ts';

/** The state it is in does not offer this act. */
export class NotAllowedNow extends defineError('NOT_ALLOWED_NOW', {
  en: 'This cannot be done while it is {state}',
  zh: '当前状态（{state}）下不能执行此操作',
}) {}
/** The side that proposed something cannot accept it too. */
export class OwnProposal extends defineError('OWN_PROPOSAL', {
  en: 'The other side has to decide on what your side proposed',
  zh: '本方提出的内容须由对方决定',
}) {}
/** Limits belong to the other side of the agreement. */
export class LimitsNotYours extends defineError('LIMITS_NOT_YOURS', {
  en: 'The agreement leaves the limits to the other side',
  zh: '协议约定库存限额由对方维护',
}) {}
export class LimitsOutOfOrder extends defineError('LIMITS_OUT_OF_ORDER', {
  en: 'Limits must not be negative, and minimum, reorder point and maximum must not fall',
  zh: '限额不得为负，且最低库存、再订货点、最高库存须依次不减',
}) {}
export class NoLines extends defineError('AGREEMENT_WITHOUT_LINES', {
  en: 'An agreement needs at least one line before it is proposed',
  zh: '协议至少需要一行才能提交',
}) {}
export class LineTwice extends defineError('LINE_TWICE', {
  en: 'This item is already on the agreement',
  zh: '该物料已在协议中',
}) {}
export class GovernedElsewhere extends defineError('GOVERNED_ELSEWHERE', {
  en: 'Another agreement in force already covers one of these items at this site',
  zh: '另一份生效中的协议已涵盖此场所的其中一项物料',
}) {}
export class QuotaExceeded extends defineError('QUOTA_EXCEEDED', {
  en: 'The shares of all suppliers of item {item} at this site would come to more than the whole',
  zh: '此场所物料 {item} 各供应商的配额之和将超过全部',
}) {}
export class ShareOutOfRange extends defineError('SHARE_OUT_OF_RANGE', {
  en: 'A share is more than nothing and at most the whole',
  zh: '配额须大于零且不超过全部',
}) {}
export class StillConsigned extends defineError('STILL_CONSIGNED', {
  en: "{quantity} units of the supplier's stock still lie at the site: consume, return or take them over first",
  zh: '场所内仍有 {quantity} 单位供应商所有的库存，请先消耗、退回或转移货权',
}) {}
export class ReasonNeeded extends defineError('REASON_NEEDED', {
  en: 'Say why',
  zh: '请说明原因',
}) {}
export class NothingOffered extends defineError('NOTHING_OFFERED', {
  en: 'Offer a quantity above zero, or decline',
  zh: '请提供大于零的数量，或选择拒绝',
}) {}
export class InThePast extends defineError('IN_THE_PAST', {
  en: 'The day has passed already',
  zh: '该日期已过',
}) {}
export class NotASubstitute extends defineError('NOT_A_SUBSTITUTE', {
  en: 'This item is not one that you supply in its place',
  zh: '该物料不在您可替代供货的范围内',
}) {}
export class ValidityReversed extends defineError('VALIDITY_REVERSED', {
  en: 'The last day lies before the first',
  zh: '截止日期早于起始日期',
}) {}
export class TermsOutOfRange extends defineError('TERMS_OUT_OF_RANGE', {
  en: 'One of the terms is outside of what can be agreed',
  zh: '有一项条款超出允许范围',
}) {}
export class NothingToAgree extends defineError('NOTHING_TO_AGREE', {
  en: 'There are no supplier terms without an agreement at this site',
  zh: '此场所没有尚未签约的供货条件',
}) {}

refuseConstraint('vmi_agreement_version_one_waiting', () => new NotAllowedNow({ state: 'PROPOSED' }));
refuseConstraint('vmi_agreement_line_unique', () => new LineTwice({}, ['input', 'itemId']));
refuseConstraint('vmi_agreement_line_one_live', () => new GovernedElsewhere());
refuseConstraint('vmi_agreement_line_limits_check', () => new LimitsOutOfOrder({}, ['input', 'limits']));
refuseConstraint('vmi_agreement_validity_check', () => new ValidityReversed({}, ['input', 'validTo']));
for (const name of ['time', 'tolerance', 'rounding'])
  refuseConstraint(`vmi_agreement_version_${name}_check`, () => new TermsOutOfRange({}, ['input', 'terms']));
