import { defineMessages } from '#ui/i18n/define-messages.ts';

export const suggestionMessages = defineMessages('suggestion', {
  en: {
    title: 'Often bought together',
    figures: 'in {confidence} of such orders, {lift} times likelier than alone, {support} of all orders',
  },
  'zh-CN': {
    title: '经常一起购买',
    figures: '{confidence} 的相关订单包含，提升度 {lift}，占全部订单 {support}',
  },
});
