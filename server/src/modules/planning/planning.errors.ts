import { defineError } from '../../kernel/domain-error.ts';
import { refuseConstraint } from '../../platform/graphql/errors.ts';

/** An item would be, over any number of steps, a part of itself. */
export class BillLoops extends defineError('BILL_LOOPS', {
  en: 'The bill would contain itself: {path}',
  zh: '物料清单形成循环：{path}',
}) {}
/** Planning data that contradict each other. */
export class InvalidLotRule extends defineError('INVALID_LOT_RULE', {
  en: 'The lot rule {rule} needs {needed_en}',
  zh: '批量规则 {rule} 需要{needed_zh}',
}) {}
export class InvalidPlanningData extends defineError('INVALID_PLANNING_DATA', {
  en: 'This value is outside what can be planned with',
  zh: '该值超出计划允许的范围',
}) {}
export class InvalidFraction extends defineError('INVALID_FRACTION', {
  en: 'A fraction is at least zero and below one, as 0.05 for five per cent',
  zh: '比率须不小于零且小于一，如 5% 填 0.05',
}) {}
export class AmountNotPositive extends defineError('AMOUNT_NOT_POSITIVE', {
  en: 'This must be above zero',
  zh: '此值必须大于零',
}) {}
export class AmountNegative extends defineError('AMOUNT_NEGATIVE', {
  en: 'This cannot be below zero',
  zh: '此值不能小于零',
}) {}
/** What has passed cannot be expected otherwise. */
export class BucketPassed extends defineError('BUCKET_PASSED', {
  en: 'This week has passed',
  zh: '该周已过去',
}) {}
export class HistoryMissing extends defineError('HISTORY_MISSING', {
  en: 'There is no demand to learn from',
  zh: '没有可供学习的需求历史',
}) {}
/** Inside the demand fence the schedule is frozen. */
export class InsideDemandFence extends defineError('INSIDE_DEMAND_FENCE', {
  en: 'The week of {week} lies inside the demand fence: its schedule is frozen',
  zh: '{week} 所在周位于需求时界内，计划已冻结',
}) {}
export class NothingToSchedule extends defineError('NOTHING_TO_SCHEDULE', {
  en: 'Nothing was changed in the schedule',
  zh: '计划没有任何改动',
}) {}
export class NotMasterScheduled extends defineError('NOT_MASTER_SCHEDULED', {
  en: '{sku} is not master scheduled: say so in its planning data first',
  zh: '{sku} 未纳入主生产计划，请先在计划参数中设定',
}) {}
/** One item and week, twice in one act. */
export class BucketTwice extends defineError('BUCKET_TWICE', {
  en: 'The same week is named twice',
  zh: '同一周出现了两次',
}) {}
export class NotAWeek extends defineError('NOT_A_WEEK', {
  en: 'A week is named by its Monday, from this week on',
  zh: '周须以其周一表示，且不早于本周',
}) {}
export class DuplicateRouting extends defineError('DUPLICATE_ROUTING', {
  en: 'The item already has this revision and alternate',
  zh: '该物料已有相同版本与替代号的工艺路线',
}) {}
export class NothingInRouting extends defineError('NOTHING_IN_ROUTING', {
  en: 'A routing needs at least one operation',
  zh: '工艺路线至少需要一道工序',
}) {}
export class DuplicateOperation extends defineError('DUPLICATE_OPERATION', {
  en: 'There is already an operation {number}',
  zh: '工序号 {number} 已存在',
}) {}
export class DuplicateWorkCentre extends defineError('DUPLICATE_WORK_CENTRE', {
  en: 'The site already has a work centre with this code',
  zh: '该场所已有相同代码的工作中心',
}) {}
export class CodeNeeded extends defineError('CODE_NEEDED', {
  en: 'It needs a code and a name',
  zh: '请填写代码和名称',
}) {}
export class DuplicateBill extends defineError('DUPLICATE_BILL', {
  en: 'The item already has this revision and alternate',
  zh: '该物料已有相同版本与替代号的清单',
}) {}
export class NothingInBill extends defineError('NOTHING_IN_BILL', {
  en: 'A bill needs at least one component',
  zh: '物料清单至少需要一个组件',
}) {}
export class ValidityReversed extends defineError('VALIDITY_REVERSED', {
  en: 'It ends before it begins',
  zh: '失效日早于生效日',
}) {}
export class ReasonNeeded extends defineError('REASON_NEEDED', {
  en: 'Say why',
  zh: '请说明原因',
}) {}
export class DayHasPassed extends defineError('DAY_HAS_PASSED', {
  en: 'This day has passed',
  zh: '该日期已过',
}) {}
/** The state of a document does not allow the act. */
export class NotPossibleNow extends defineError('NOT_POSSIBLE_NOW', {
  en: 'This cannot be done while it is {state}',
  zh: '当前状态（{state}）下无法执行此操作',
}) {}
/** A planned order to buy, and nobody to buy from. */
export class NoSupplier extends defineError('NO_SUPPLIER', {
  en: 'Nobody supplies {sku}: give it a supplier first',
  zh: '{sku} 没有供应商，请先指定供应商',
}) {}
export class UnknownSku extends defineError('UNKNOWN_SKU', {
  en: 'There is no item "{sku}"',
  zh: '不存在物料“{sku}”',
}) {}
/** Known, but planned nowhere: neither in stock nor asked for. */
export class NotPlanned extends defineError('NOT_PLANNED', {
  en: '{sku} is planned at no site: name one that there is',
  zh: '{sku} 未在任何场所计划，请指定已有的场所',
}) {}
export class SeveralSites extends defineError('SEVERAL_SITES', {
  en: '{sku} is planned at several sites: name one of {sites}',
  zh: '{sku} 在多个场所计划，请指定其一：{sites}',
}) {}
/** More was reported than the work order is for. */
export class TooMuchReported extends defineError('TOO_MUCH_REPORTED', {
  en: 'Only {open} are still to come',
  zh: '仅剩 {open} 待完成',
}) {}
export class NothingToIssue extends defineError('NOTHING_TO_ISSUE', {
  en: 'Everything it needs has been issued',
  zh: '所需物料均已发料',
}) {}
export class RequestAlreadyOpen extends defineError('REQUEST_ALREADY_OPEN', {
  en: 'The supplier has been asked about this delivery already',
  zh: '已就该交货向供应商提出请求',
}) {}

refuseConstraint('planning_bill_unique', () => new DuplicateBill({}, ['input', 'revision']));
refuseConstraint('planning_routing_unique', () => new DuplicateRouting({}, ['input', 'revision']));
refuseConstraint('planning_work_centre_code_unique', () => new DuplicateWorkCentre({}, ['input', 'code']));
refuseConstraint('planning_supplier_request_one_open', () => new RequestAlreadyOpen({}, ['input']));
