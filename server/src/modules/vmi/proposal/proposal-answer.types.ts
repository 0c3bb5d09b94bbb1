import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { Side } from '../agreement/agreement.state.ts';
import { AnyDecisionEnum, SideEnum } from '../vmi.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiAnswerPart', { description: 'One delivery of an answer.' })
export class AnswerPartType {
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => DateScalar)
  deliverOn!: string;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiProposalAnswer', { implements: Node, description: 'What one side said to a proposal.' })
export class ProposalAnswerType extends Node {
  @Field(() => Int)
  proposalVersion!: number;
  @Field(() => SideEnum)
  answeredBy!: Side;
  @Field(() => String, { nullable: true })
  answeredByName!: string | null;
  @Field(() => DateTimeScalar)
  answeredAt!: string;
  @Field(() => AnyDecisionEnum)
  decision!: keyof typeof AnyDecisionEnum;
  @Field(() => [AnswerPartType])
  parts!: AnswerPartType[];
  @Field(() => Boolean, { description: 'Inside the agreed tolerance: it applied by itself.' })
  isWithinTolerance!: boolean;
  @Field(() => String)
  reason!: string;
}
