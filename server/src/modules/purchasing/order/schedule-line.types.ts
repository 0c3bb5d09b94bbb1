import { Field, ID, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { ScheduleState as ScheduleStateEnum } from './purchase-order.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('ScheduleLine', {
  implements: Node,
  description: 'A part of an order line with its own date; quantities in the order unit.',
})
export class ScheduleLineType extends Node {
  @Field(() => Int)
  scheduleNo!: number;
  @Field(() => ScheduleStateEnum)
  state!: ScheduleStateEnum;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => ID)
  orderId!: string;
  @Field(() => ID)
  orderLineId!: string;
  @Field(() => String)
  orderNumber!: string;
  @Field(() => Int)
  orderVersion!: number;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => DateScalar)
  requestedOn!: string;
  @Field(() => QuantityType)
  requestedQuantity!: QuantityType;
  @Field(() => DateScalar, { nullable: true, description: 'The first promise; a later one never erases it.' })
  firstConfirmedOn!: string | null;
  @Field(() => DateScalar, { nullable: true })
  confirmedOn!: string | null;
  @Field(() => QuantityType, { nullable: true })
  confirmedQuantity!: QuantityType | null;
  @Field(() => DateScalar, {
    description: 'The day it is promised for, or asked for while nothing is promised.',
  })
  dueOn!: string;
  @Field(() => QuantityType)
  shippedQuantity!: QuantityType;
  @Field(() => QuantityType)
  inTransitQuantity!: QuantityType;
  @Field(() => QuantityType)
  receivedQuantity!: QuantityType;
  @Field(() => QuantityType)
  acceptedQuantity!: QuantityType;
  @Field(() => QuantityType)
  rejectedQuantity!: QuantityType;
  @Field(() => QuantityType)
  quarantineQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'Still to come, never below zero.' })
  openQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'Still to be announced by a ship notice.' })
  shippableQuantity!: QuantityType;
  @Field(() => Boolean, { description: 'Open after its day, by the calendar date in UTC.' })
  isOverdue!: boolean;
  @Field(() => String)
  closedReason!: string;
}

export const ScheduleLineConnection = connectionOf(ScheduleLineType, 'ScheduleLine', SUPPLY_SIDE);
