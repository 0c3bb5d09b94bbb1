import { defineError } from '../../kernel/domain-error.ts';
import { refuseConstraint } from '../../platform/graphql/errors.ts';

/** The document is not in a state in which this can be done. */
export class NotInThisState extends defineError('NOT_IN_THIS_STATE', {
  en: '{number} is {state}: this cannot be done now',
  zh: '{number} 当前状态为 {state}，无法执行此操作',
}) {}
export class NothingOrdered extends defineError('NOTHING_ORDERED', {
  en: 'A document needs at least one line',
  zh: '单据至少需要一行',
}) {}
export class QuantityNotPositive extends defineError('QUANTITY_NOT_POSITIVE', {
  en: 'The quantity must be above zero',
  zh: '数量必须大于零',
}) {}
export class NotSupplied extends defineError('NOT_SUPPLIED', {
  en: 'There are no terms with this supplier for {item}: name unit and ratio',
  zh: '与该供应商没有关于 {item} 的供货条件，请注明单位及换算比例',
}) {}
export class MixedCurrencies extends defineError('MIXED_CURRENCIES', {
  en: 'An order is in one currency: {left} and {right} were named',
  zh: '一张订单只能使用一种币种，但出现了 {left} 和 {right}',
}) {}
/** A split must promise something for its line, and never two things on one day for nothing. */
export class PromiseMissing extends defineError('PROMISE_MISSING', {
  en: 'A changed line needs at least one day with a quantity',
  zh: '变更的行至少需要一个交期及数量',
}) {}
export class AlreadyShipped extends defineError('ALREADY_SHIPPED', {
  en: '{quantity} is on its way already',
  zh: '已有 {quantity} 在途',
}) {}
export class AlreadyReceived extends defineError('ALREADY_RECEIVED', {
  en: 'Goods of {number} have come already: close it instead',
  zh: '{number} 已有到货，请改为关闭订单',
}) {}
export class LineNotOpen extends defineError('LINE_NOT_OPEN', {
  en: 'Schedule line {line} of {number} is {state}',
  zh: '{number} 的交货计划行 {line} 状态为 {state}',
}) {}
export class MoreThanOpen extends defineError('MORE_THAN_OPEN', {
  en: 'Only {most} {unit} may be shipped on this line',
  zh: '该行最多可发运 {most} {unit}',
}) {}
export class DuplicateNoticeNumber extends defineError('DUPLICATE_NOTICE_NUMBER', {
  en: 'You have a ship notice with this number already',
  zh: '该发货通知编号已存在',
}) {}
export class DuplicateSscc extends defineError('DUPLICATE_SSCC', {
  en: 'This SSCC is on another package already',
  zh: '该 SSCC 已用于其他包装',
}) {}
export class InvalidSscc extends defineError('INVALID_SSCC', {
  en: '{sscc} is not an SSCC: 18 digits with a check digit',
  zh: '{sscc} 不是有效的 SSCC（18 位数字，含校验位）',
}) {}
export class NoCompanyPrefix extends defineError('NO_COMPANY_PREFIX', {
  en: 'An SSCC can be made only with a GS1 company prefix: name the SSCC instead',
  zh: '没有 GS1 厂商识别代码，无法生成 SSCC，请直接填写',
}) {}
export class SeveralSites extends defineError('SEVERAL_SITES', {
  en: 'A ship notice goes to one site',
  zh: '一份发货通知只能送往一个场所',
}) {}
/** More came than the tolerance lets through, and nobody who may said that it shall be taken. */
export class OverReceipt extends defineError('OVER_RECEIPT', {
  en: '{beyond} {unit} more than the tolerance allows: accept the over-receipt or reject the excess',
  zh: '超出容差 {beyond} {unit}：请确认超收或拒收多余部分',
}) {}
export class OverReceiptNotAllowed extends defineError('OVER_RECEIPT_NOT_ALLOWED', {
  en: 'You may not accept more than the tolerance allows',
  zh: '您无权接受超出容差的数量',
}) {}
export class CountDoesNotAddUp extends defineError('COUNT_DOES_NOT_ADD_UP', {
  en: 'Received must be accepted, rejected and quarantine together',
  zh: '收货数量必须等于合格、拒收与隔离数量之和',
}) {}
export class ReasonMissing extends defineError('REASON_MISSING', {
  en: 'Say why',
  zh: '请说明原因',
}) {}
export class MoreThanQuarantine extends defineError('MORE_THAN_QUARANTINE', {
  en: 'Only {quantity} {unit} wait in quarantine',
  zh: '隔离中仅有 {quantity} {unit}',
}) {}
export class MoreThanRejected extends defineError('MORE_THAN_REJECTED', {
  en: 'Only {quantity} rejected and not returned yet',
  zh: '已拒收且未退回的数量仅为 {quantity}',
}) {}
export class LotMissing extends defineError('LOT_MISSING', {
  en: 'This item is tracked by lot: name the lot',
  zh: '该物料按批次管理，请填写批次',
}) {}
export class SeveralSuppliers extends defineError('SEVERAL_SUPPLIERS', {
  en: 'The lines belong to several suppliers or sites',
  zh: '各行属于不同的供应商或场所',
}) {}

refuseConstraint('purchasing_notice_number_unique', () => new DuplicateNoticeNumber({}, ['input', 'number']));
refuseConstraint('purchasing_handling_unit_sscc_unique', () => new DuplicateSscc({}, ['input', 'packages']));
