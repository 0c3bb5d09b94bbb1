import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { MessageKindEnum, MessageStateEnum, type MessageKind, type MessageState } from '../planning.enums.types.ts';

@For(STAFF)
@ObjectType('PlanningMessage', { implements: Node, description: 'What a run asks a planner to do.' })
export class MessageType extends Node {
  @Field(() => MessageKindEnum)
  kind!: MessageKind;
  @Field(() => MessageStateEnum)
  state!: MessageState;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => String, { description: 'PlannedOrder, PurchaseSchedule, WorkOrder or Item.' })
  subjectType!: string;
  @Field(() => String, { nullable: true, description: 'The number of the order it is about.' })
  subjectNumber!: string | null;
  @Field(() => DateScalar, { nullable: true })
  currentOn!: string | null;
  @Field(() => DateScalar, { nullable: true })
  wantedOn!: string | null;
  @Field(() => QuantityType, { nullable: true })
  currentQuantity!: QuantityType | null;
  @Field(() => QuantityType, { nullable: true })
  wantedQuantity!: QuantityType | null;
  @Field(() => DateTimeScalar)
  openedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  handledAt!: string | null;
  @Field(() => String, { nullable: true })
  handledByName!: string | null;
  @Field(() => String)
  handledNote!: string;
  @Field(() => Int)
  version!: number;
  @Field(() => [String])
  allowedActions!: string[];
}

export const MessageConnection = connectionOf(MessageType, 'PlanningMessage', STAFF);
