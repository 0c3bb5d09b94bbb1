import { defineMessages } from '#ui/i18n/define-messages.ts';

export const suggestionMessages = defineMessages('suggestion', {
  en: {
    title: 'Often bought together',
    figures:
      'because of {beside}: in {confidence} of its orders ({n} of them), {lift} times likelier than alone, {support} of all orders',
  },
  'zh-CN': {
    title: '经常一起购买',
    figures: '因工单涉及 {beside}：其 {confidence} 的订单（{n} 单）同时购买，提升度 {lift}，占全部订单 {support}',
  },
});
