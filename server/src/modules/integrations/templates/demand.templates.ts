import { choice, date, decimalFrom, optionalInteger, optionalText, required, template, text } from '../csv/template.ts';

const sku = required(text(['our number of the item', '我方物料编码'], 60));
const site = optionalText(['code of the site; empty for the only one', '场所代码；仅一个场所时可空'], 30);
const quantity = required(decimalFrom(['quantity in the stock unit', '数量（库存单位）']));
const due = {
  due_on: date(['the day; or give the period', '日期；或填写时段']),
  period: optionalInteger([
    'instead of the day: 1 is the current week, 0 what is past due',
    '代替日期：1 为本周，0 为逾期',
  ]),
} as const;

export const demand = template({
  name: 'demand',
  en: 'Independent demand and forecasts',
  zh: '独立需求与预测',
  key: ['sku', 'site', 'kind', 'demand_class', 'due_on', 'period', 'reference'],
  document: ['sku', 'site', 'kind', 'demand_class', 'due_on', 'period', 'reference'],
  columns: {
    sku,
    site,
    ...due,
    quantity,
    kind: choice(['ordered, or expected', '已订购或预测'], ['FIRM', 'FORECAST'], 'FIRM'),
    demand_class: text(['class of demand', '需求类别'], 60),
    reference: text(['document it comes from', '来源单据'], 60),
    note: text(['note', '备注'], 2000),
  },
});

export const scheduledReceipts = template({
  name: 'scheduled_receipts',
  en: 'Supply that was released elsewhere and is to come',
  zh: '计划接收量（其他系统已下达）',
  key: ['sku', 'site', 'due_on', 'period', 'reference'],
  document: ['sku', 'site', 'due_on', 'period', 'reference'],
  columns: { sku, site, ...due, quantity, reference: text(['document it comes from', '来源单据'], 60) },
});

export const WORK_ORDER_STATES = ['PLANNED', 'RELEASED', 'STARTED', 'COMPLETED', 'CANCELLED'] as const;

export const workOrders = template({
  name: 'work_orders',
  en: 'Work orders',
  zh: '生产工单',
  key: ['number'],
  document: ['number'],
  columns: {
    number: required(text(['number of the work order', '工单编号'], 60)),
    sku,
    site,
    state: choice(['state of the work order', '工单状态'], WORK_ORDER_STATES, 'RELEASED'),
    quantity: required(decimalFrom(['quantity ordered', '数量'], 0.000001)),
    received_quantity: decimalFrom(['good ones received', '已入库数量']),
    scrapped_quantity: decimalFrom(['scrapped', '报废数量']),
    scrap_reason: text(['why', '报废原因']),
    start_on: date(['first day of work; empty for the day due', '开工日期；空则同交期']),
    due_on: date(['day it is due; may be empty only when it has ended', '交期；仅已结束的工单可空']),
    completed_on: date(['day it was completed', '完工日期']),
  },
});
