import {
  currency,
  date,
  decimalFrom,
  integer,
  optionalChoice,
  optionalDecimal,
  optionalText,
  required,
  template,
  text,
  yesNo,
} from '../csv/template.ts';

const sku = required(text(['our number of the item', '我方物料编码'], 60));
const supplier = required(text(['number of the supplier', '供应商编号'], 60));
const ratio = { minimum: 1 } as const;

export const units = template({
  name: 'units',
  en: 'Units of measure',
  zh: '计量单位',
  key: ['code'],
  document: ['code'],
  columns: {
    code: required(text(['code of the unit, as EA', '单位代码，如 EA'], 20)),
    name_en: required(text(['English name', '英文名称'])),
    name_zh: text(['Chinese name', '中文名称']),
  },
});

export const categories = template({
  name: 'categories',
  en: 'Item categories, each after its parent',
  zh: '物料类别（上级在前）',
  key: ['code'],
  document: ['code'],
  columns: {
    code: required(text(['code of the category', '类别代码'], 60)),
    parent: optionalText(['code of the category above', '上级类别代码'], 60),
    name_en: required(text(['English name', '英文名称'])),
    name_zh: text(['Chinese name', '中文名称']),
  },
});

export const items = template({
  name: 'items',
  en: 'Items',
  zh: '物料',
  key: ['sku'],
  document: ['sku'],
  columns: {
    sku,
    gtin: optionalText(['worldwide number (GTIN)', '全球贸易项目代码'], 14),
    name_en: text(['English name; empty for the number', '英文名称；空则取编码']),
    name_zh: text(['Chinese name', '中文名称']),
    description: text(['what else is to be known', '说明'], 4000),
    unit: { ...text(['stock unit', '库存单位'], 20), fallback: 'EA' },
    supply: optionalChoice(
      ['made or bought; empty: bought, and made once it has a bill', '自制或外购；空为外购，有清单后为自制'],
      ['MAKE', 'BUY'],
    ),
    category: optionalText(['code of the category', '类别代码'], 60),
    is_sellable: yesNo(['whether customers can order it', '是否可销售'], false),
    is_lot_tracked: yesNo(['whether lots are kept apart', '是否按批次管理'], false),
    is_active: yesNo(['whether it is in use', '是否启用'], true),
    standard_cost: optionalDecimal(['standard cost of one stock unit', '标准成本（每库存单位）']),
    list_price: optionalDecimal(['list price of one stock unit', '标价（每库存单位）']),
    currency: currency(['currency of cost and price', '成本与价格的货币']),
    safety_stock: decimalFrom(['stock kept against uncertainty', '安全库存']),
    reorder_point: decimalFrom(['stock at which it is ordered again', '再订货点']),
    lead_time_days: integer(['working days from order to stock', '提前期（工作日）']),
  },
});

export const itemUnits = template({
  name: 'item_units',
  en: 'Further units of items',
  zh: '物料的其他单位',
  key: ['sku', 'unit'],
  document: ['sku', 'unit'],
  columns: {
    sku,
    unit: required(text(['the further unit', '其他单位'], 20)),
    numerator: required({
      ...integer(['one unit is numerator / denominator stock units', '1 单位 = 分子/分母 库存单位（分子）']),
      ...ratio,
    }),
    denominator: { ...integer(['see numerator', '见分子'], 1), ...ratio },
    gtin: optionalText(['worldwide number in this unit', '该单位的全球贸易项目代码'], 14),
  },
});

export const supplierItems = template({
  name: 'supplier_items',
  en: 'Items as suppliers sell them',
  zh: '供应商物料',
  key: ['supplier', 'sku'],
  document: ['supplier', 'sku'],
  columns: {
    supplier,
    sku,
    supplier_sku: text(["the supplier's number of the item", '供应商物料编码'], 60),
    order_unit: required(text(['unit in which it is ordered', '订货单位'], 20)),
    numerator: {
      ...integer(['one order unit is numerator / denominator stock units', '1 订货单位 = 分子/分母 库存单位'], 1),
      ...ratio,
    },
    denominator: { ...integer(['see numerator', '见分子'], 1), ...ratio },
    minimum_quantity: decimalFrom(['least quantity, in order units', '最小订货量（订货单位）']),
    order_multiple: decimalFrom(['step of quantities, in order units', '订货倍数（订货单位）'], 0.000001, '1'),
    maximum_quantity: optionalDecimal(['greatest quantity, in order units', '最大订货量（订货单位）']),
    lead_time_days: integer(['working days from order to arrival', '提前期（工作日）']),
    currency: currency(['currency of the prices', '价格货币']),
    is_preferred: yesNo(['whether it is bought here first', '是否首选'], false),
    is_active: yesNo(['whether it is in use', '是否启用'], true),
  },
});

export const priceBreaks = template({
  name: 'price_breaks',
  en: 'Prices of supplier items by quantity',
  zh: '供应商物料阶梯价',
  key: ['supplier', 'sku', 'from_quantity', 'valid_from'],
  document: ['supplier', 'sku'],
  columns: {
    supplier,
    sku,
    from_quantity: decimalFrom(['holds from this quantity upward, in order units', '起始数量（订货单位）']),
    unit_price: required(decimalFrom(['price of one order unit', '单价（每订货单位）'])),
    valid_from: date(['first day; empty for always', '生效日期；空为一直有效']),
    valid_to: date(['last day; empty for always', '失效日期；空为一直有效']),
  },
});
