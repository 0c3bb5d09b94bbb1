import { defineMessages } from '#ui/i18n/define-messages.ts';

/** Changing and cancelling a line, said the same to both sides. */
export const lineActMessages = defineMessages('orderLineActs', {
  en: {
    cancelLine: 'Cancel line',
    cancelLineTitle: 'Cancel {item}?',
    cancelQuantity: 'How much of it',
    lineCancelled: 'Cancelled',
    changeText: 'Until the cut-off. Another day makes a line of its own of what is still open.',
    changed: 'The order is changed',
    change: 'Change',
    changeTitle: 'Change {item}',
    quantity: 'Quantity',
    reason: 'Reason',
  },
  'zh-CN': {
    cancelLine: '取消该行',
    cancelLineTitle: '取消 {item}？',
    cancelQuantity: '取消数量',
    lineCancelled: '已取消',
    changeText: '截止时间之前可变更。改期会将未完成部分另立一行。',
    changed: '订单已变更',
    change: '变更',
    changeTitle: '变更 {item}',
    quantity: '数量',
    reason: '原因',
  },
});
