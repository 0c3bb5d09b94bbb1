import { defineMessages } from '#ui/i18n/define-messages.ts';

/** Asking to send goods back, said the same to both sides. */
export const returnAskMessages = defineMessages('returnAsks', {
  en: {
    ask: 'Return',
    askTitle: 'Return {item}',
    askText: 'At most {most}: what was delivered and not returned yet.',
    asked: 'Return {number} is requested',
    submit: 'Request return',
    quantity: 'Quantity',
    wanted: 'Wanted',
    reason: 'Reason',
  },
  'zh-CN': {
    ask: '退货',
    askTitle: '退回 {item}',
    askText: '最多 {most}：已送达且尚未退回的数量。',
    asked: '退货 {number} 已申请',
    submit: '申请退货',
    quantity: '数量',
    wanted: '期望处理',
    reason: '原因',
  },
});
