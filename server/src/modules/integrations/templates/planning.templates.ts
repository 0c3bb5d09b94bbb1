import {
  choice,
  date,
  decimalFrom,
  fraction,
  integer,
  optionalDecimal,
  optionalInteger,
  optionalText,
  required,
  template,
  text,
  yesNo,
} from '../csv/template.ts';

const sku = required(text(['our number of the item', '我方物料编码'], 60));
const site = optionalText(['code of the site; empty for the only one', '场所代码；仅一个场所时可空'], 30);

export const LOT_RULES = [
  'LOT_FOR_LOT',
  'FIXED',
  'PERIOD',
  'EOQ',
  'SILVER_MEAL',
  'LEAST_UNIT_COST',
  'PART_PERIOD',
  'WAGNER_WHITIN',
] as const;

/** What books call the rules. */
const RULES_IN_BOOKS = {
  L4L: 'LOT_FOR_LOT',
  LFL: 'LOT_FOR_LOT',
  FOQ: 'FIXED',
  POQ: 'PERIOD',
  SM: 'SILVER_MEAL',
  LUC: 'LEAST_UNIT_COST',
  PPB: 'PART_PERIOD',
  WW: 'WAGNER_WHITIN',
} as const;

export const planningItems = template({
  name: 'planning_items',
  en: 'How items are planned, by site',
  zh: '物料计划参数（按场所）',
  key: ['sku', 'site'],
  document: ['sku', 'site'],
  columns: {
    sku,
    site,
    lot_rule: choice(['how needs become orders', '批量规则'], LOT_RULES, 'LOT_FOR_LOT', RULES_IN_BOOKS),
    lot_size: optionalDecimal(['FIXED: the lot; EOQ: the economic quantity', '固定批量或经济批量'], 0.000001),
    lot_periods: optionalInteger(['PERIOD: buckets that one order covers', '一张订单覆盖的时段数'], 1),
    order_cost: optionalDecimal(['cost of one order, for the rules that weigh costs', '每次订货成本']),
    holding_cost: optionalDecimal(['cost of holding one unit for one bucket', '每单位每时段持有成本']),
    minimum_quantity: decimalFrom(['least quantity of an order', '最小批量']),
    order_multiple: optionalDecimal(['step of order quantities', '批量倍数'], 0.000001),
    maximum_quantity: optionalDecimal(['greatest quantity of an order', '最大批量'], 0.000001),
    safety_stock: optionalDecimal(["safety stock; empty for the item's", '安全库存；空则取物料的安全库存']),
    service_level: {
      ...optionalDecimal(['service level for a computed safety stock, as 0.95', '服务水平，如 0.95'], 0.000001),
      limit: 1,
    },
    safety_lead_time: integer(['added before the day of need, in the unit of the lead time', '安全提前期']),
    lead_time: optionalInteger([
      "lead time; empty for the supplier's or the item's",
      '提前期；空则取供应商或物料的提前期',
    ]),
    lead_time_unit: choice(['unit of the lead times', '提前期单位'], ['WORKING_DAY', 'WEEK'], 'WORKING_DAY'),
    lead_time_kind: choice(['HARD: it cannot be shortened', 'HARD 为不可压缩'], ['HARD', 'SOFT'], 'HARD'),
    scrap: fraction(['fraction lost in making it, as 0.05', '制造损耗率，如 0.05']),
    demand_fence_days: integer(['before it only orders count', '需求时界（天）']),
    planning_fence_days: integer(['before it a run changes nothing', '计划时界（天）']),
    is_master_scheduled: yesNo(['whether it is planned in the master schedule', '是否纳入主生产计划'], false),
  },
});

/** What every row of one bill says alike. */
export const BILL_HEADER = ['base_quantity'] as const;

export const bills = template({
  name: 'bills',
  en: 'Bills of materials: one row per component',
  zh: '物料清单（每个组件一行）',
  key: ['sku', 'site', 'revision', 'alternate', 'component', 'position', 'valid_from'],
  document: ['sku', 'site', 'revision', 'alternate'],
  columns: {
    sku: required(text(['number of what is made', '父项物料编码'], 60)),
    site: optionalText(['site it holds at; empty for all', '适用场所；空为全部'], 30),
    revision: { ...text(['revision', '版本'], 30), fallback: '1' },
    alternate: { ...integer(['the lowest that is valid is used', '替代号（取有效的最小值）'], 1), minimum: 1 },
    base_quantity: decimalFrom(['the components make this many', '基准数量'], 0.000001, '1'),
    position: integer(['place in the bill; empty for the order of the rows', '位置；空则按行序']),
    component: required(text(['number of the part', '组件物料编码'], 60)),
    quantity: required(
      decimalFrom(['of the part, in its stock unit, for the base quantity', '组件数量（库存单位）'], 0.000001),
    ),
    scrap: fraction(['fraction of the part that is lost, as 0.05', '组件损耗率，如 0.05']),
    is_phantom: yesNo(['whether its own parts take its place', '是否虚拟件'], false),
    operation_no: optionalInteger(['operation it is needed at', '工序号'], 1),
    valid_from: date(['first day; empty for always', '生效日期；空为一直有效']),
    valid_to: date(['last day; empty for always', '失效日期；空为一直有效']),
  },
});

export const workCentres = template({
  name: 'work_centres',
  en: 'Work centres',
  zh: '工作中心',
  key: ['site', 'code'],
  document: ['site', 'code'],
  columns: {
    site,
    code: required(text(['code of the work centre', '工作中心代码'], 30)),
    name: text(['name', '名称']),
    hours_per_day: decimalFrom(['hours of work on a working day, over all machines', '每工作日工时'], 0, '8'),
    efficiency: decimalFrom(['standard hours done in an hour worked', '效率'], 0.000001, '1'),
    cost_per_hour: decimalFrom(['cost of an hour', '每小时费用']),
    is_active: yesNo(['whether it is in use', '是否启用'], true),
  },
});

export const routings = template({
  name: 'routings',
  en: 'Routings: one row per operation',
  zh: '工艺路线（每道工序一行）',
  key: ['sku', 'site', 'revision', 'alternate', 'operation_no'],
  document: ['sku', 'site', 'revision', 'alternate'],
  columns: {
    sku,
    site,
    revision: { ...text(['revision', '版本'], 30), fallback: '1' },
    alternate: { ...integer(['the lowest that is valid is used', '替代号（取有效的最小值）'], 1), minimum: 1 },
    operation_no: required({ ...integer(['number of the operation', '工序号']), minimum: 1 }),
    work_centre: required(text(['code of the work centre', '工作中心代码'], 30)),
    name: text(['what is done', '工序名称']),
    setup_hours: decimalFrom(['hours per order', '准备工时（每单）']),
    run_hours: decimalFrom(['hours per stock unit', '加工工时（每库存单位）']),
  },
});
