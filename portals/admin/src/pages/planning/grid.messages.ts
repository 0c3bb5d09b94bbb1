import { defineMessages } from '#ui/i18n/define-messages.ts';

export const gridMessages = defineMessages('planning-grid', {
  en: {
    tab: 'Grid',
    title: 'Planning grid',
    text: 'Projected stock of every planned item at the end of each week, planned orders included. Open an item for its record.',
    empty: 'No item is planned yet',
    emptyText: 'Items appear once they are needed, or have planning data.',
    legend: 'Colours',
    pastDue: 'Past due',
    state: {
      SHORT: 'Short',
      LATE: 'Late release',
      BELOW_SAFETY: 'Below safety stock',
      PLANNED: 'Planned order arrives',
      COVERED: 'Covered',
    },
  },
  'zh-CN': {
    tab: '计划网格',
    title: '计划网格',
    text: '各计划物料每周末的预计库存，已含计划订单。打开物料可查看 MRP 记录。',
    empty: '尚无计划物料',
    emptyText: '有需求或维护计划参数后，物料将显示在此处。',
    legend: '颜色说明',
    pastDue: '逾期',
    state: {
      SHORT: '短缺',
      LATE: '逾期投放',
      BELOW_SAFETY: '低于安全库存',
      PLANNED: '计划订单到货',
      COVERED: '满足',
    },
  },
});
