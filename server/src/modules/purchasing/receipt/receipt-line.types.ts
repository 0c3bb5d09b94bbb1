import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { ScheduleLineType } from '../order/schedule-line.types.ts';
import { InspectionType } from './inspection.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('ReceiptLine', {
  implements: Node,
  description: 'One item that came: received is always accepted, rejected and in quarantine.',
})
export class ReceiptLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => String)
  description!: string;
  @Field(() => ScheduleLineType, { nullable: true })
  scheduleLine!: ScheduleLineType | null;
  @Field(() => QuantityType)
  receivedQuantity!: QuantityType;
  @Field(() => QuantityType)
  acceptedQuantity!: QuantityType;
  @Field(() => QuantityType)
  rejectedQuantity!: QuantityType;
  @Field(() => QuantityType)
  quarantineQuantity!: QuantityType;
  @Field(() => QuantityType, { nullable: true, description: 'Rejected and still here, in the stock unit.' })
  returnableQuantity!: QuantityType | null;
  @Field(() => String)
  rejectReason!: string;
  @Field(() => String)
  lot!: string;
  @Field(() => Boolean)
  isConsignment!: boolean;
  @Field(() => [InspectionType])
  inspections!: InspectionType[];
}
