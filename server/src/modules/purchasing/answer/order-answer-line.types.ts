import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { ScheduleLineType } from '../order/schedule-line.types.ts';
import { LineDecision } from './order-answer.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('OrderAnswerLine', {
  implements: Node,
  description: 'What a supplier promises for one schedule line; several rows are a split.',
})
export class OrderAnswerLineType extends Node {
  @Field(() => Int)
  position!: number;
  @Field(() => LineDecision)
  decision!: LineDecision;
  @Field(() => DateScalar, { nullable: true })
  promisedOn!: string | null;
  @Field(() => QuantityType, { nullable: true })
  quantity!: QuantityType | null;
  @Field(() => String)
  note!: string;
  @Field(() => Boolean)
  isWithinTolerance!: boolean;
  @Field(() => ScheduleLineType, { nullable: true })
  scheduleLine!: ScheduleLineType | null;
}
