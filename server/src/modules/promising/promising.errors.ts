import { defineError } from '../../kernel/domain-error.ts';

/** The notice was answered already, or the promise holds again. */
export class NoticeNotOpen extends defineError('PROMISE_NOTICE_NOT_OPEN', {
  en: 'This promise has been answered already, or holds again: look at the order once more',
  zh: '该承诺变更已答复，或承诺已恢复，请重新查看订单',
}) {}
/** Nothing of the line is on time, so that there is nothing to send on its day. */
export class NothingOnTime extends defineError('NOTHING_ON_TIME', {
  en: 'Nothing of this line comes on its day: wait for all of it, or cancel',
  zh: '该行没有可按期交付的部分，请整体等待或取消',
}) {}
/** No day is known for what is late. */
export class NoDayKnown extends defineError('NO_DAY_KNOWN', {
  en: 'No day is known yet for {quantity}: choose another item, or cancel',
  zh: '{quantity} 的到货日期尚未确定，请选择替代物料或取消',
}) {}
/** The other item cannot take the place of what is late. */
export class NoSubstitute extends defineError('NO_SUBSTITUTE', {
  en: 'Choose an item of the same kind that is available in this quantity',
  zh: '请选择同类且数量充足的物料',
}) {}
