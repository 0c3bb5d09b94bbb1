import { Field, Int, ObjectType } from 'type-graphql';
import type { RoundingPolicy } from '../../../kernel/unit.ts';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { BearerEnum, RoundingPolicyEnum, SideEnum, VariantEnum, VersionStateEnum } from '../vmi.enums.types.ts';
import type { Bearer, Side, Variant, VersionState } from './agreement.state.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiAgreementVersion', {
  implements: Node,
  description: 'The terms of an agreement as one side proposed them; they never change again.',
})
export class AgreementVersionType extends Node {
  @Field(() => Int)
  versionNo!: number;
  @Field(() => VersionStateEnum)
  state!: VersionState;
  @Field(() => VariantEnum)
  variant!: Variant;
  @Field(() => SideEnum, { description: 'Who may change the limits.' })
  limitsOwner!: Side;
  @Field(() => RoundingPolicyEnum)
  roundingPolicy!: RoundingPolicy;
  @Field(() => DecimalScalar, { description: 'NEAREST: the part of a pack that is dropped.' })
  roundingTolerance!: string;
  @Field(() => DecimalScalar, {
    description: 'An answer this close to the proposal applies by itself: 0.05 is five per cent.',
  })
  quantityTolerance!: string;
  @Field(() => Int)
  dateToleranceDays!: number;
  @Field(() => Int)
  answerWithinHours!: number;
  @Field(() => Int, { description: 'Average usage is taken over this many days.' })
  usageWindowDays!: number;
  @Field(() => Int)
  horizonDays!: number;
  @Field(() => Int, { nullable: true, description: 'Stock figures older than this stop the engine.' })
  maxFeedAgeHours!: number | null;
  @Field(() => Boolean, { description: 'Proposals wait for the planner before the supplier sees them.' })
  isReviewedFirst!: boolean;
  @Field(() => Boolean)
  isConsignment!: boolean;
  @Field(() => Int, { nullable: true, description: 'Consigned stock that lies longer becomes ours.' })
  ageingDays!: number | null;
  @Field(() => Boolean, { description: 'The supplier sees usage, and what follows from it.' })
  sharesDemand!: boolean;
  @Field(() => BearerEnum)
  belowMinimumBearer!: Bearer;
  @Field(() => BearerEnum)
  aboveMaximumBearer!: Bearer;
  @Field(() => String)
  liabilityNote!: string;
  @Field(() => SideEnum)
  proposedBy!: Side;
  @Field(() => String, { nullable: true })
  proposedByName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  proposedAt!: string | null;
  @Field(() => String, { nullable: true })
  decidedByName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;
  @Field(() => String)
  decisionNote!: string;
}
