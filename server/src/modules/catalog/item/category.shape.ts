import { localized, shape, value } from '../../../platform/read/shape.ts';

/** Everybody reads the tree of categories. */
export const categoryShape = shape({
  type: 'ItemCategory',
  prefix: 'cat',
  table: 'catalog_category',
  visible: { STAFF: 'all', SUPPLIER: 'all', CUSTOMER: 'all' },
  fields: {
    code: value('code'),
    name: localized('name_en', 'name_zh'),
  },
});
