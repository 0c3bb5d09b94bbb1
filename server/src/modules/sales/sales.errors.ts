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
export class ReasonMissing extends defineError('REASON_MISSING', {
  en: 'Say why',
  zh: '请说明原因',
}) {}
export class NotForSale extends defineError('NOT_FOR_SALE', {
  en: '{item} is not for sale',
  zh: '{item} 不可销售',
}) {}
export class NoPrice extends defineError('NO_PRICE', {
  en: 'There is no price for {item} in {unit}: ask us for one',
  zh: '{item}（{unit}）没有价格，请与我们联系',
}) {}
export class NoExchangeRate extends defineError('NO_EXCHANGE_RATE', {
  en: 'There is no exchange rate for {currency} on {date}',
  zh: '{date} 没有 {currency} 的汇率',
}) {}
/** A draft was priced on an earlier day, and the prices of today are others. */
export class PricesChanged extends defineError('PRICES_CHANGED', {
  en: 'Prices have changed since this draft was made: refresh the prices, look at them, and order again',
  zh: '价格已变动，请刷新价格、核对后再下单',
}) {}
export class ReferenceUsed extends defineError('REFERENCE_USED', {
  en: 'There is an order with this reference already',
  zh: '此客户订单号已有订单',
}) {}
export class CutOffPassed extends defineError('CUT_OFF_PASSED', {
  en: 'It is too late to change line {line} yourself: please contact us',
  zh: '第 {line} 行已过自助变更截止时间，请与我们联系',
}) {}
export class MoreThanOpen extends defineError('MORE_THAN_OPEN', {
  en: 'Only {most} {unit} of line {line} are still open',
  zh: '第 {line} 行仅剩 {most} {unit} 未完成',
}) {}
export class MoreThanOrdered extends defineError('MORE_THAN_ORDERED', {
  en: 'Line {line} is of {most} {unit}: add what is wanted beyond as a further line',
  zh: '第 {line} 行为 {most} {unit}，如需更多请新增一行',
}) {}
export class MoreThanAllocated extends defineError('MORE_THAN_ALLOCATED', {
  en: 'Only {most} {unit} are set aside for line {line}',
  zh: '第 {line} 行已分配的数量仅为 {most} {unit}',
}) {}
export class ParcelsNotCountable extends defineError('PARCELS_NOT_COUNTABLE', {
  en: 'A shipment has from 1 to {most} parcels',
  zh: '一张发货单的件数为 1 至 {most} 件',
}) {}
export class PartialNotWanted extends defineError('PARTIAL_NOT_WANTED', {
  en: 'The customer takes {number} only in full',
  zh: '{number} 要求一次性全部发货',
}) {}
export class SeveralCustomers extends defineError('SEVERAL_CUSTOMERS', {
  en: 'What goes together is between one site and one customer',
  zh: '一张单据只能对应一个场所和一个客户',
}) {}
export class GoodsUnderway extends defineError('GOODS_UNDERWAY', {
  en: 'Part of {number} is packed or was sent: cancel only the rest, or take back the shipment first',
  zh: '{number} 的部分货物已装箱或已发出，请仅取消剩余部分，或先撤销发货单',
}) {}
export class NotYourApproval extends defineError('NOT_YOUR_APPROVAL', {
  en: 'This order needs the approval of somebody else, up to whose limit it is',
  zh: '该订单需由限额足够的其他人员审批',
}) {}
export class CreditHoldIsFinances extends defineError('CREDIT_HOLD_IS_FINANCES', {
  en: 'This order is on credit hold: finance lets it go',
  zh: '该订单处于信用冻结，须由财务放行',
}) {}
export class StillOpen extends defineError('STILL_OPEN', {
  en: 'Something of {number} is packed and not sent yet',
  zh: '{number} 仍有已装箱未发出的货物',
}) {}
export class ProofMissing extends defineError('PROOF_MISSING', {
  en: 'Say who took the goods',
  zh: '请填写签收人',
}) {}
export class MoreThanReturnable extends defineError('MORE_THAN_RETURNABLE', {
  en: 'Only {most} {unit} of line {line} can be returned',
  zh: '第 {line} 行可退数量仅为 {most} {unit}',
}) {}
export class MoreThanReturned extends defineError('MORE_THAN_RETURNED', {
  en: 'Only {most} were announced on line {line}',
  zh: '第 {line} 行申报的退货数量仅为 {most}',
}) {}
export class NotInspected extends defineError('NOT_INSPECTED', {
  en: 'Say for every line what inspection found',
  zh: '请填写每一行的检验处置',
}) {}
export class LotMissing extends defineError('LOT_MISSING', {
  en: 'This item is tracked by lot: name the lot',
  zh: '该物料按批次管理，请填写批次',
}) {}
export class NoSupplierKnown extends defineError('NO_SUPPLIER_KNOWN', {
  en: 'No receipt from a supplier is known for {quantity} of line {line}: choose another outcome',
  zh: '第 {line} 行的 {quantity} 没有对应的供应商收货记录，请选择其他处置',
}) {}
export class NothingToInvoice extends defineError('NOTHING_TO_INVOICE', {
  en: 'Nothing of {number} waits to be invoiced',
  zh: '{number} 没有待开票内容',
}) {}
export class NotInvoiced extends defineError('NOT_INVOICED', {
  en: 'What was returned has not been invoiced: there is nothing to credit',
  zh: '退货内容尚未开票，无可贷记金额',
}) {}
export class MoreThanInvoiced extends defineError('MORE_THAN_INVOICED', {
  en: 'Only {most} of line {line} can be credited',
  zh: '第 {line} 行最多可贷记 {most}',
}) {}
export class MoreThanOwed extends defineError('MORE_THAN_OWED', {
  en: '{number} is open for {open} only',
  zh: '{number} 的未付金额仅为 {open}',
}) {}
export class MoreThanPaid extends defineError('MORE_THAN_PAID', {
  en: 'The shares come to more than the payment',
  zh: '分摊金额超过付款金额',
}) {}
export class AmountNotPositive extends defineError('AMOUNT_NOT_POSITIVE', {
  en: 'The amount must be above zero',
  zh: '金额必须大于零',
}) {}
/** Only pictures and PDFs prove a delivery. */
export class ProofKindRefused extends defineError('PROOF_KIND_REFUSED', {
  en: '{name} is neither a picture (PNG, JPEG) nor a PDF',
  zh: '{name} 既不是图片（PNG、JPEG）也不是 PDF',
}) {}
export class RateNotPositive extends defineError('RATE_NOT_POSITIVE', {
  en: 'The rate must be above zero',
  zh: '汇率必须大于零',
}) {}
export class OtherCurrency extends defineError('OTHER_CURRENCY', {
  en: '{number} is in {currency}',
  zh: '{number} 的币种为 {currency}',
}) {}
export class CodeUsed extends defineError('CODE_USED', {
  en: 'This code is in use already',
  zh: '该代码已被使用',
}) {}
export class NameUsed extends defineError('NAME_USED', {
  en: 'There is one of this name already',
  zh: '该名称已被使用',
}) {}
export class AddressMissing extends defineError('ADDRESS_MISSING', {
  en: 'An address needs a name and at least one line',
  zh: '地址需要名称和至少一行内容',
}) {}
/** Lines of a quick order that cannot be ordered; `problems` names every one of them. */
export class QuickOrderRefused extends defineError('QUICK_ORDER_REFUSED', {
  en: '{count} lines cannot be ordered as they are: nothing was done',
  zh: '有 {count} 行无法下单，未执行任何操作',
}) {}

refuseConstraint('sales_order_reference_once', () => new ReferenceUsed({}, ['input', 'customerReference']));
refuseConstraint('sales_price_list_code_unique', () => new CodeUsed({}, ['input', 'code']));
refuseConstraint('sales_delivery_address_name_unique', () => new NameUsed({}, ['input', 'name']));
refuseConstraint('sales_territory_code_unique', () => new CodeUsed({}, ['input', 'code']));
refuseConstraint('sales_promotion_code_unique', () => new CodeUsed({}, ['input', 'code']));
