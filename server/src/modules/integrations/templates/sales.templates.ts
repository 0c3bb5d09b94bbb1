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
  yesNo,
} from '../csv/template.ts';

const customer = required(text(['number of the customer', '客户编号'], 60));
const share = (words: readonly [string, string]) => decimalFrom(words, 0);
const validity = {
  valid_from: date(['first day; empty for always', '生效日期；空为一直有效']),
  valid_to: date(['last day; empty for open', '失效日期；空为不限期']),
};

export const territories = template({
  name: 'territories',
  en: 'Sales territories',
  zh: '销售区域',
  key: ['code'],
  document: ['code'],
  columns: {
    code: required(text(['code of the territory', '区域代码'], 30)),
    name: required(text(['name', '名称'])),
    country: optionalText(['country, two letters', '国家（两位代码）'], 2),
    area: text(['group of territories', '大区']),
  },
});

export const priceLists = template({
  name: 'price_lists',
  en: 'Price lists; one with a customer is a contract',
  zh: '价目表（填写客户者为合同价）',
  key: ['code'],
  document: ['code'],
  columns: {
    code: required(text(['code of the list', '价目表代码'], 60)),
    name: required(text(['name', '名称'])),
    currency: currency(['currency of its prices', '价格货币']),
    customer: optionalText(['the customer it was agreed with', '签订合同价的客户编号'], 60),
    is_tax_inclusive: yesNo(['whether its prices contain tax', '是否含税'], false),
    is_default: yesNo(['whether it holds for everybody else; one list', '是否默认价目表（仅一份）'], false),
    ...validity,
    is_active: yesNo(['whether it is in use', '是否启用'], true),
  },
});

export const prices = template({
  name: 'prices',
  en: 'Prices of price lists, from a quantity upward',
  zh: '价目表价格（按数量阶梯）',
  key: ['price_list', 'sku', 'unit', 'from_quantity', 'valid_from'],
  document: ['price_list', 'sku'],
  columns: {
    price_list: required(text(['code of the list', '价目表代码'], 60)),
    sku: required(text(['our number of the item', '我方物料编码'], 60)),
    unit: required(text(['unit the price is for', '计价单位'], 20)),
    from_quantity: decimalFrom(['from this quantity on, in that unit', '起始数量（计价单位）']),
    unit_price: required(decimalFrom(['price of one unit', '单价'])),
    ...validity,
  },
});

export const customerTerms = template({
  name: 'customer_terms',
  en: 'Terms on which customers buy',
  zh: '客户购买条件',
  key: ['customer'],
  document: ['customer'],
  columns: {
    customer,
    currency: currency(['currency of its orders', '订单货币']),
    price_list: optionalText(['its price list; empty for the default', '价目表；空为默认'], 60),
    territory: optionalText(['its sales territory', '销售区域代码'], 30),
    site: optionalText(['site that delivers', '发货场所代码'], 30),
    payment_days: integer(['days to pay', '付款天数'], 30),
    credit_limit: optionalDecimal(['credit limit; empty for none', '信用额度；空为不限']),
    tax_rate: share(['tax; 0.13 is 13 %', '税率；0.13 为 13%']),
    tax_rounding: choice(['how tax is rounded', '税额取整方式'], ['LINE', 'GLOBAL'], 'LINE'),
    is_tax_inclusive: yesNo(['whether it is shown prices with tax', '是否按含税价显示'], false),
    confirms_at_once: yesNo(['whether its orders are confirmed as they come', '是否提交即确认'], false),
    cutoff_days: integer(['days before the promised day until it may change an order', '可自行变更的截止天数'], 1),
    allows_partial: yesNo(['whether it takes partial deliveries', '是否接受分批发货'], true),
  },
});

export const promotions = template({
  name: 'promotions',
  en: 'Promotions: a share off the price for a time',
  zh: '促销（限时折扣）',
  key: ['code'],
  document: ['code'],
  columns: {
    code: required(text(['code of the promotion', '促销代码'], 60)),
    name_en: required(text(['English name', '英文名称'])),
    name_zh: text(['Chinese name', '中文名称']),
    sku: optionalText(['for this item only', '仅限该物料'], 60),
    category: optionalText(['for this category only', '仅限该类别'], 60),
    customer: optionalText(['for this customer only', '仅限该客户'], 60),
    discount: required(decimalFrom(['share off the price; 0.1 is 10 %', '折扣；0.1 为 10%'], 0.000001)),
    from_quantity: decimalFrom(['from this quantity on', '起始数量']),
    applies_to_contracts: yesNo(['whether contract prices fall, too', '是否适用于合同价'], false),
    valid_from: required(date(['first day', '生效日期'])),
    valid_to: date(['last day; empty for open', '失效日期；空为不限期']),
    is_active: yesNo(['whether it is in use', '是否启用'], true),
  },
});
