import { defineMessages } from '#ui/i18n/define-messages.ts';

export const sharingMessages = defineMessages('sharing', {
  en: {
    open: 'What we share',
    title: 'What we share with {name}',
    supplierText: 'The supplier sees these figures of ours:',
    showsPrices: 'Prices kept with its terms',
    showsDemand: 'Usage, demand and days of supply',
    showsOtherSupply: 'How much other suppliers of an item have on the way',
    showsLots: 'Lots of our stock that is shared with it',
    availability: 'Availability shown to the customer',
    availabilityHint: 'What is available to promise is calculated exactly either way.',
    EXACT: 'Exact amounts',
    BUCKETED: 'Rough classes',
    DATES_ONLY: 'Dates only',
  },
  'zh-CN': {
    open: '共享内容',
    title: '向{name}共享的内容',
    supplierText: '该供应商可查看我方的以下数据：',
    showsPrices: '供货条款中的价格',
    showsDemand: '用量、需求与可用天数',
    showsOtherSupply: '同一物料其他供应商的在途与待交量',
    showsLots: '共享库存的批次',
    availability: '向客户显示的可承诺量',
    availabilityHint: '无论如何显示，系统均按精确数量计算可承诺量。',
    EXACT: '精确数量',
    BUCKETED: '大致区间',
    DATES_ONLY: '仅显示日期',
  },
});
