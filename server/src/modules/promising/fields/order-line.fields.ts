import { extendType } from '../../../platform/graphql/extend-type.ts';
import { QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { extendShape, many, one, quantity, value, type Row } from '../../../platform/read/shape.ts';
import { salesOrderLineShape } from '../../sales/order/sales-order-line.shape.ts';
import { SalesOrderLineType } from '../../sales/order/sales-order-line.types.ts';
import { promiseNoticeShape } from '../notice/promise-notice.shape.ts';
import { PromiseNoticeType } from '../notice/promise-notice.types.ts';
import { stockUnit } from '../../catalog/item/item.shape.ts';
import { pegShape } from '../pegging/peg.shape.ts';
import { PegType } from '../pegging/peg.types.ts';

const ofLine = (column: string) => (row: Row) => `(select p.${column} from promising_line p where p.id = ${row}.id)`;

extendShape(salesOrderLineShape, {
  pegs: many(
    () => pegShape,
    (row, peg) => `${peg}.line_id = ${row}.id`,
    (peg) => `${peg}.expected_on nulls first, ${peg}.id`,
  ),
  lateQuantity: quantity(ofLine('late'), stockUnit),
  unpeggedQuantity: quantity(ofLine('unpegged'), stockUnit),
  expectedOn: value(ofLine('expected_on')),
  promiseNotice: one(
    () => promiseNoticeShape,
    (row, notice) => `${notice}.line_id = ${row}.id and ${notice}.state = 'OPEN'`,
  ),
});
extendType(SalesOrderLineType, {
  pegs: [() => [PegType], { description: 'What serves it, what is here first.' }],
  lateQuantity: [
    () => QuantityType,
    { nullable: true, description: 'Pegged to supply that comes after the promised day, in the stock unit.' },
  ],
  unpeggedQuantity: [() => QuantityType, { nullable: true, description: 'Served by nothing that is known.' }],
  expectedOn: [
    () => DateScalar,
    {
      nullable: true,
      description: 'When the last of what serves it comes; null when all is here or nothing is known.',
    },
  ],
  promiseNotice: [
    () => PromiseNoticeType,
    { nullable: true, description: 'That its promise changed, while it waits for an answer.' },
  ],
});
