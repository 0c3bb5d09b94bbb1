import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { ScheduleLineType } from './schedule-line.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('PurchaseOrderLine', {
  implements: Node,
  description: 'One item, unit and price of a purchase order.',
})
export class OrderLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => String)
  description!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => String, {
    description: 'One order unit is numerator / denominator of the stock unit, as it was when the line was made.',
  })
  numerator!: string;
  @Field(() => String)
  denominator!: string;
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
  @Field(() => Boolean)
  isConsignment!: boolean;
  @Field(() => DecimalScalar)
  overTolerance!: string;
  @Field(() => DecimalScalar)
  underTolerance!: string;
  @Field(() => Int)
  dateToleranceDays!: number;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => QuantityType)
  openQuantity!: QuantityType;
  @Field(() => MoneyType, { description: 'What was accepted, at the price of the line.' })
  receivedValue!: MoneyType;
  @Field(() => [ScheduleLineType])
  schedules!: ScheduleLineType[];
}
