import { defineError } from '../../kernel/domain-error.ts';
import { refuseConstraint } from '../../platform/graphql/errors.ts';

/** What was asked does not fit how the ticket stands. */
export class TicketNotInThisState extends defineError('TICKET_NOT_IN_THIS_STATE', {
  en: 'Ticket {number} stands so that this cannot be done now',
  zh: '工单 {number} 当前状态不允许此操作',
}) {}
/** A ticket cannot go on in itself, in one that already goes on in it, or in somebody else's. */
export class MergeRefused extends defineError('MERGE_REFUSED', {
  en: 'Only two different open tickets of the same party can be merged',
  zh: '只能合并同一客户或供应商的两张不同的未合并工单',
}) {}
/** Somebody judged this solution already. */
export class AlreadyRated extends defineError('ALREADY_RATED', {
  en: 'This solution has been rated already',
  zh: '该解决方案已评价过',
}) {}
export class ScoreRefused extends defineError('SCORE_REFUSED', {
  en: 'Rate from 1 to 5',
  zh: '评分须为 1 到 5',
}) {}
/** A status is unknown, switched off, or one that only its own act gives. */
export class StatusRefused extends defineError('STATUS_REFUSED', {
  en: 'This status cannot be chosen here',
  zh: '此处不能选择该状态',
}) {}
/** Acts give this status by themselves, or fall back on it. */
export class StatusBuiltIn extends defineError('STATUS_BUILT_IN', {
  en: 'The desk cannot work without this status: only its names and its place change',
  zh: '服务台离不开该状态，只能修改名称和顺序',
}) {}
export class StatusCategoryKept extends defineError('STATUS_CATEGORY_KEPT', {
  en: 'A status keeps its category, for tickets were timed by it',
  zh: '已有工单按该状态的类别计时，类别不能修改',
}) {}
export class OrderIncomplete extends defineError('ORDER_INCOMPLETE', {
  en: 'Name every one of them once; somebody may have added one meanwhile',
  zh: '请列出每一项且仅一次，可能有人刚刚新增了一项',
}) {}
export class NamesRefused extends defineError('NAMES_REFUSED', {
  en: 'Give a code of capital letters, digits and _, and a name in English, none of them too long',
  zh: '编码只能用大写字母、数字和下划线，英文名称必填，且不能过长',
}) {}
export class SetupFull extends defineError('SETUP_FULL', {
  en: 'There can be at most {most} of them: change one that is out of use',
  zh: '最多 {most} 项，请改用已停用的一项',
}) {}
/** Tickets that no category sends elsewhere must wait somewhere. */
export class DefaultQueueNeeded extends defineError('DEFAULT_QUEUE_NEEDED', {
  en: 'One queue in use takes everything else: make another one the default first',
  zh: '必须有一个使用中的默认队列，请先将其他队列设为默认',
}) {}
export class CapacityRefused extends defineError('CAPACITY_REFUSED', {
  en: 'Give a whole number of tickets from 1 to {most}',
  zh: '请填写 1 到 {most} 之间的整数',
}) {}
export class SkillsRefused extends defineError('SKILLS_REFUSED', {
  en: 'At most {most} skills, each of at most {longest} letters',
  zh: '最多 {most} 项技能，每项不超过 {longest} 个字符',
}) {}
export class ReplyRefused extends defineError('REPLY_REFUSED', {
  en: 'Give a code of capital letters, digits and _, and a title and a text in English, none of them too long',
  zh: '编码只能用大写字母、数字和下划线，英文标题和正文必填，且不能过长',
}) {}
export class NothingChosen extends defineError('NOTHING_CHOSEN', {
  en: 'Choose at least one message of this ticket, and leave at least one',
  zh: '请至少选择一条消息，并至少保留一条',
}) {}
/** An article is written, reviewed, published and archived in this order. */
export class ArticleNotInThisState extends defineError('ARTICLE_NOT_IN_THIS_STATE', {
  en: 'Article {number} stands so that this cannot be done now',
  zh: '文章 {number} 当前状态不允许此操作',
}) {}
/** Four eyes: whoever wrote an article does not publish it himself. */
export class AuthorPublishes extends defineError('AUTHOR_PUBLISHES', {
  en: 'Somebody else than its author publishes an article',
  zh: '文章须由作者以外的人发布',
}) {}
export class TargetsRefused extends defineError('TARGETS_REFUSED', {
  en: 'Targets are whole minutes above zero, and an answer is due no later than the solution',
  zh: '目标须为大于零的整分钟，且首次响应不晚于解决',
}) {}
export class CodeTaken extends defineError('CODE_TAKEN', {
  en: 'This code is in use already',
  zh: '该代码已被使用',
}) {}

refuseConstraint('service_rating_once', () => new AlreadyRated());
refuseConstraint('service_canned_reply_code_unique', () => new CodeTaken({}, ['input', 'code']));
refuseConstraint('service_queue_code_unique', () => new CodeTaken({}, ['input', 'code']));
refuseConstraint('service_category_code_unique', () => new CodeTaken({}, ['input', 'code']));
// Two who choose a default at once: the one who comes second chooses again.
refuseConstraint('service_queue_one_default', () => new DefaultQueueNeeded({}, ['input', 'isDefault']));
