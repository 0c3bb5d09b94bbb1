import { shape, value } from '../../../platform/read/shape.ts';

/** Both sides see the packages. */
export const handlingUnitShape = shape({
  type: 'HandlingUnit',
  prefix: 'hdu',
  table: 'purchasing_handling_unit',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    position: value('position'),
    sscc: value('sscc'),
  },
});
