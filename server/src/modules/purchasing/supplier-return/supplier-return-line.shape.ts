import { money, one, quantity, shape, value } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';

/** Both sides see what went back. */
export const supplierReturnLineShape = shape({
  type: 'SupplierReturnLine',
  prefix: 'srl',
  table: 'purchasing_supplier_return_line',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    lineNo: value('line_no'),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    quantity: quantity('quantity_stock', stockUnit),
    lot: value('lot'),
    expectedCredit: money('expected_credit', 'currency'),
  },
});
