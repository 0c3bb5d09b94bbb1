import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { SalesOrderLineType } from '../../sales/order/sales-order-line.types.ts';
import { SalesOrderType } from '../../sales/order/sales-order.types.ts';
import { PromiseAnswerEnum, PromiseChangeCauseEnum, PromiseNoticeStateEnum } from '../promising.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('PromiseNotice', {
  implements: Node,
  description: 'That the promise of a line changed. Quantities are in the stock unit.',
})
export class PromiseNoticeType extends Node {
  @Field(() => PromiseNoticeStateEnum)
  state!: keyof typeof PromiseNoticeStateEnum;
  @Field(() => PromiseChangeCauseEnum)
  cause!: keyof typeof PromiseChangeCauseEnum;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => SalesOrderType, { nullable: true })
  order!: SalesOrderType | null;
  @Field(() => SalesOrderLineType, { nullable: true })
  line!: SalesOrderLineType | null;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => DateScalar, { nullable: true })
  promisedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When the last of it was expected before.' })
  expectedBefore!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'When the last of what is known is expected now.' })
  expectedOn!: string | null;
  @Field(() => QuantityType)
  wantedQuantity!: QuantityType;
  @Field(() => QuantityType)
  onTimeQuantity!: QuantityType;
  @Field(() => QuantityType)
  lateQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'On time before, and not any more.' })
  newlyLateQuantity!: QuantityType;
  @Field(() => QuantityType, { description: 'No day is known for it.' })
  unpeggedQuantity!: QuantityType;
  @Field(() => Int, { description: 'How often it changed, the first time counted.' })
  revision!: number;
  @Field(() => [PromiseAnswerEnum], { description: 'The answers that make sense now.' })
  choices!: (keyof typeof PromiseAnswerEnum)[];
  @Field(() => PromiseAnswerEnum, { nullable: true })
  answer!: keyof typeof PromiseAnswerEnum | null;
  @Field(() => ItemType, { nullable: true, description: 'What the customer takes instead.' })
  substitute!: ItemType | null;
  @Field(() => DateTimeScalar)
  openedAt!: string;
  @Field(() => DateTimeScalar)
  changedAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: string | null;
  @Field(() => Int)
  version!: number;
  @Field(() => [String])
  allowedActions!: string[];
}

export const PromiseNoticeConnection = connectionOf(PromiseNoticeType, 'PromiseNotice', DEMAND_SIDE);
