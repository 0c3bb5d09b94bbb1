import { localized, shape, value } from '../../../platform/read/shape.ts';

/** Everybody reads the units. */
export const unitShape = shape({
  type: 'Unit',
  prefix: 'unt',
  table: 'catalog_unit',
  visible: { STAFF: 'all', SUPPLIER: 'all', CUSTOMER: 'all' },
  fields: {
    code: value('code'),
    name: localized('name_en', 'name_zh'),
    nameEn: value('name_en'),
    nameZh: value('name_zh'),
  },
});
