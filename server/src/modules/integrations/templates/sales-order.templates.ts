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

export const SALES_ORDER_STATES = ['DRAFT', 'CONFIRMED', 'CLOSED', 'CANCELLED'] as const;

export const SALES_CHANNELS = ['ONLINE', 'SALES'] as const;

/** What every row of one order says alike. */
export const SALES_ORDER_HEADER = [
  'external_number',
  'customer',
  'site',
  'ordered_on',
  'state',
  'channel',
  'currency',
  'exchange_rate',
  'customer_reference',
  'territory',
  'ship_to',
  'note',
  'subtotal',
  'tax',
  'freight',
] as const;

export const salesOrders = template({
  name: 'sales_orders',
  en: 'Sales orders: one row per line',
  zh: '销售订单（每个订单行一行）',
  key: ['number', 'line_no'],
  document: ['number'],
  columns: {
    number: required(text(['number of the order', '订单编号'], 60)),
    external_number: optionalText(['its number in another system', '外部系统编号'], 60),
    customer: required(text(['number of the customer', '客户编号'], 60)),
    site: required(text(['site that delivers', '发货场所代码'], 30)),
    ordered_on: required(date(['day of the order', '订单日期'])),
    state: choice(['state of the order', '订单状态'], SALES_ORDER_STATES, 'CONFIRMED'),
    channel: choice(['how it was ordered', '下单渠道'], SALES_CHANNELS, 'SALES'),
    currency: currency(['currency of its prices', '价格货币']),
    exchange_rate: decimalFrom(['one unit of it in our currency', '1 单位该货币折合本位币'], 0.000000001, '1'),
    customer_reference: text(["the customer's own order number", '客户订单号'], 200),
    territory: optionalText(['sales territory', '销售区域代码'], 30),
    ship_to: text(['where it goes', '收货地址'], 1000),
    note: text(['note', '备注'], 2000),
    subtotal: optionalDecimal(['amount before tax; empty: that of its lines', '税前金额；空为各行合计']),
    tax: decimalFrom(['tax of the whole order', '订单税额']),
    freight: decimalFrom(['freight of the whole order', '订单运费']),
    line_no: integer(['line; 0 where the lines are not known', '行号；无行明细时为 0']),
    sku: optionalText(['our number of the item', '我方物料编码'], 60),
    unit: optionalText(['unit that is ordered', '订货单位'], 20),
    numerator: {
      ...integer(['one order unit is numerator / denominator stock units', '1 订货单位 = 分子/分母 库存单位'], 1),
      minimum: 1,
    },
    denominator: { ...integer(['see numerator', '见分子'], 1), minimum: 1 },
    quantity: decimalFrom(['quantity, in order units', '数量（订货单位）']),
    unit_price: decimalFrom(['price of one order unit', '单价（每订货单位）']),
    discount: decimalFrom(['share off the price; 0.1 is 10 %', '折扣；0.1 为 10%']),
    net_amount: optionalDecimal([
      'amount of the line; empty: quantity x price less discount',
      '行金额；空为数量×单价减折扣',
    ]),
    requested_on: date(['day wanted; empty: day of the order', '要求交期；空为订单日期']),
    confirmed_on: date(['day promised', '承诺交期']),
    delivered_quantity: decimalFrom(['delivered of it, in order units', '已交付数量（订货单位）']),
    returned_quantity: decimalFrom(['returned of that', '已退货数量']),
  },
});
export type SalesOrderColumns = typeof salesOrders.columns;
