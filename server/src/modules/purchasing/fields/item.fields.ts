import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { extendShape, many } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { dueOn } from '../order/schedule-line.policy.ts';
import { scheduleLineShape } from '../order/schedule-line.shape.ts';
import { ScheduleLineType } from '../order/schedule-line.types.ts';

extendShape(itemShape, {
  openOrders: many(
    () => scheduleLineShape,
    (row, line) => `${line}.item_id = ${row}.id and ${line}.state = 'OPEN' and ${line}.is_issued`,
    (line) => `${dueOn(line)}, ${line}.id`,
  ),
});
extendType(ItemType, {
  openOrders: [() => [ScheduleLineType], { description: 'What is ordered and still to come.' }],
});
For(SUPPLY_SIDE)(ItemType.prototype, 'openOrders');
