import { Field, ID, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { AnswerDecision, OrderAnswerState } from './order-answer.enums.types.ts';
import { OrderAnswerLineType } from './order-answer-line.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('OrderAnswer', {
  implements: Node,
  description: 'What the supplier answered to one version of an order.',
})
export class OrderAnswerType extends Node {
  @Field(() => Int, { description: 'The version of the order that it answers.' })
  version!: number;
  @Field(() => AnswerDecision)
  decision!: AnswerDecision;
  @Field(() => OrderAnswerState)
  state!: OrderAnswerState;
  @Field(() => String)
  note!: string;
  @Field(() => String)
  reviewNote!: string;
  @Field(() => DateTimeScalar)
  answeredAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  reviewedAt!: string | null;
  @Field(() => ID)
  orderId!: string;
  @Field(() => [OrderAnswerLineType])
  lines!: OrderAnswerLineType[];
}
