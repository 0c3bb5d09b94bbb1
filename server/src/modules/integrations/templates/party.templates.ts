import { choice, currency, decimalFrom, optionalText, required, template, text, yesNo, zone } from '../csv/template.ts';

const partyColumns = {
  number: required(text(['number of the organisation, kept for good', '组织编号（不再更改）'], 60)),
  name: required(text(['name', '名称'])),
  locale: choice(['language', '语言'], ['en', 'zh-CN'], 'en'),
  time_zone: zone(['time zone', '时区']),
  currency: currency(['currency of its documents', '单据货币']),
  country: optionalText(['country, two letters', '国家（两位代码）'], 2),
  email: optionalText(['e-mail', '电子邮箱']),
  phone: optionalText(['telephone', '电话']),
  address: optionalText(['address', '地址'], 1000),
  gs1_company_prefix: optionalText(['GS1 company prefix, for SSCCs', 'GS1 厂商识别代码'], 12),
  is_active: yesNo(['whether business is done with it', '是否启用'], true),
};
const party = <const N extends string>(name: N, en: string, zh: string) =>
  template({ name, en, zh, key: ['number'], document: ['number'], columns: partyColumns });

export const company = party('company', 'The company itself: one row', '本公司（仅一行）');
export const suppliers = party('suppliers', 'Suppliers', '供应商');
export const customers = party('customers', 'Customers', '客户');

export const sites = template({
  name: 'sites',
  en: 'Sites',
  zh: '场所',
  key: ['code'],
  document: ['code'],
  columns: {
    code: required(text(['code of the site', '场所代码'], 30)),
    name: required(text(['name', '名称'])),
    time_zone: zone(['time zone', '时区']),
    address: optionalText(['address', '地址'], 1000),
    is_active: yesNo(['whether it is in use', '是否启用'], true),
  },
});

export const LOCATION_KINDS = [
  'STORAGE',
  'RECEIVING',
  'QUARANTINE',
  'SUPPLIER',
  'CUSTOMER',
  'PRODUCTION',
  'SCRAP',
  'ADJUSTMENT',
] as const;

export const locations = template({
  name: 'locations',
  en: 'Locations of sites',
  zh: '库位',
  key: ['site', 'code'],
  document: ['site', 'code'],
  columns: {
    site: required(text(['code of the site', '场所代码'], 30)),
    code: required(text(['code of the location', '库位代码'], 30)),
    name: required(text(['name', '名称'])),
    kind: choice(['what it is for', '用途'], LOCATION_KINDS, 'STORAGE'),
    is_active: yesNo(['whether it is in use', '是否启用'], true),
  },
});

export const stock = template({
  name: 'stock',
  en: 'Stock: what lies where; differences are booked as moves',
  zh: '库存（差异将记为库存移动）',
  key: ['sku', 'site', 'location', 'owner', 'status', 'lot'],
  document: ['sku', 'site'],
  columns: {
    sku: required(text(['our number of the item', '我方物料编码'], 60)),
    site: optionalText(['code of the site; empty for the only one', '场所代码；仅一个场所时可空'], 30),
    location: optionalText(['code of the location; empty for the first storage', '库位代码；空为默认存储库位'], 30),
    owner: text(['number of the owner; empty for ourselves', '货权方编号；空为本公司'], 60),
    status: choice(['stock status', '库存状态'], ['UNRESTRICTED', 'QUALITY', 'BLOCKED'], 'UNRESTRICTED'),
    lot: text(['lot', '批次'], 60),
    quantity: required(decimalFrom(['quantity in the stock unit', '数量（库存单位）'])),
  },
});
