import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { ScheduleLineType } from '../order/schedule-line.types.ts';
import { HandlingUnitType } from './handling-unit.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('ShipmentNoticeLine', {
  implements: Node,
  description: 'Goods of one schedule line in a ship notice; quantities in the order unit.',
})
export class NoticeLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => ScheduleLineType, { nullable: true })
  scheduleLine!: ScheduleLineType | null;
  @Field(() => HandlingUnitType, { nullable: true })
  handlingUnit!: HandlingUnitType | null;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => QuantityType)
  receivedQuantity!: QuantityType;
  @Field(() => String)
  lot!: string;
}
