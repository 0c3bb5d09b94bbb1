import {
  choice,
  currency,
  date,
  decimalFrom,
  integer,
  optionalDecimal,
  optionalText,
  required,
  template,
  text,
} from '../csv/template.ts';

export const ORDER_STATES = ['DRAFT', 'ISSUED', 'CONFIRMED', 'CLOSED', 'CANCELLED', 'REJECTED'] as const;

/** What every row of one order says alike. */
export const ORDER_HEADER = [
  'external_number',
  'supplier',
  'site',
  'ordered_on',
  'state',
  'currency',
  'note',
  'tax',
  'freight',
] as const;

export const purchaseOrders = template({
  name: 'purchase_orders',
  en: 'Purchase orders: one row per schedule line',
  zh: '采购订单（每个交货计划行一行）',
  key: ['number', 'line_no', 'schedule_no'],
  document: ['number'],
  columns: {
    number: required(text(['number of the order', '订单编号'], 60)),
    external_number: optionalText(['its number in another system', '外部系统编号'], 60),
    supplier: required(text(['number of the supplier', '供应商编号'], 60)),
    site: required(text(['site that receives', '收货场所代码'], 30)),
    ordered_on: required(date(['day of the order', '订单日期'])),
    state: choice(['state of the order', '订单状态'], ORDER_STATES, 'DRAFT'),
    currency: currency(['currency of its prices', '价格货币']),
    note: text(['note', '备注'], 2000),
    tax: decimalFrom(['tax of the whole order', '订单税额']),
    freight: decimalFrom(['freight of the whole order', '订单运费']),
    line_no: required({ ...integer(['line', '行号']), minimum: 1 }),
    sku: required(text(['our number of the item', '我方物料编码'], 60)),
    unit: required(text(['unit that is ordered', '订货单位'], 20)),
    numerator: {
      ...integer(['one order unit is numerator / denominator stock units', '1 订货单位 = 分子/分母 库存单位'], 1),
      minimum: 1,
    },
    denominator: { ...integer(['see numerator', '见分子'], 1), minimum: 1 },
    unit_price: decimalFrom(['price of one order unit', '单价（每订货单位）']),
    schedule_no: { ...integer(['part of the line with its own date', '交货计划行号'], 1), minimum: 1 },
    requested_on: required(date(['day asked for', '要求交期'])),
    quantity: required(decimalFrom(['quantity asked for, in order units', '订货数量（订货单位）'], 0.000001)),
    confirmed_on: date(['day promised', '承诺交期']),
    confirmed_quantity: optionalDecimal(['quantity promised', '承诺数量']),
    received_on: date(['day it came', '收货日期']),
    accepted_quantity: decimalFrom(['received and accepted', '已收合格数量']),
    rejected_quantity: decimalFrom(['received and rejected', '已收不合格数量']),
  },
});
export type OrderColumns = typeof purchaseOrders.columns;
