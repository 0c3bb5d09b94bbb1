import { Field, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';

@For(SUPPLY_SIDE)
@ObjectType('ShipmentNoticeChange', {
  implements: Node,
  description: 'A change of the day a shipment is expected.',
})
export class NoticeChangeType extends Node {
  @Field(() => DateScalar)
  fromExpectedOn!: string;
  @Field(() => DateScalar)
  toExpectedOn!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => DateTimeScalar)
  changedAt!: string;
}
