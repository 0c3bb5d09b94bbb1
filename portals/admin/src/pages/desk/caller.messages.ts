import { defineMessages } from '#ui/i18n/define-messages.ts';

export const callerMessages = defineMessages('caller', {
  en: {
    orders: 'Open orders ({n})',
    late: 'Late lines ({n})',
    wanted: 'wanted',
    promised: 'promised',
    expected: 'expected',
  },
  'zh-CN': {
    orders: '未完成订单（{n}）',
    late: '延误的订单行（{n}）',
    wanted: '要求交期',
    promised: '承诺交期',
    expected: '预计',
  },
});
