import { defineMessages } from '#ui/i18n/define-messages.ts';

/** Words of the form in which an item's suppliers are kept. */
export const sourceMessages = defineMessages('source-lines', {
  en: {
    title: 'Suppliers',
    text: 'Each order goes to whoever is furthest behind his share. Without any, the preferred supplier delivers all of it.',
    add: 'Add a supplier',
    share: 'Share',
    capacity: 'Most in a week',
    capacityHint: 'Empty: any amount.',
  },
  'zh-CN': {
    title: '供应商',
    text: '每张订单分配给份额欠缺最多的供应商；未设置时全部由首选供应商供货。',
    add: '添加供应商',
    share: '份额',
    capacity: '每周最大供货量',
    capacityHint: '空表示不限。',
  },
});
