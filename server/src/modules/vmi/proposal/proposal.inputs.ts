import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Payload, UserError } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import type { UserErrorRow } from '../../../platform/graphql/errors.ts';
import { DecisionEnum, ReviewEnum } from '../vmi.enums.types.ts';
import { ProposalType } from './proposal.types.ts';

@InputType('VmiAnswerPartInput')
export class AnswerPartInput {
  @Field(() => DecimalScalar, { description: 'In the stock unit.' })
  quantity!: Decimal;
  @Field(() => DateScalar)
  deliverOn!: string;
}

@InputType({
  description:
    'ACCEPT_WITH_CHANGES names what differs: a quantity (stock unit), a day, a split into deliveries, or a substitute.',
})
export class ProposalAnswerInput {
  @Field(() => ID)
  proposalId!: string;
  @Field(() => Int, { description: 'The version that was read; another one is STALE_OBJECT.' })
  expectedVersion!: number;
  @Field(() => DecisionEnum)
  decision!: 'ACCEPT' | 'ACCEPT_WITH_CHANGES' | 'DECLINE';
  @Field(() => DecimalScalar, { nullable: true })
  quantity?: Decimal | null;
  @Field(() => DateScalar, { nullable: true })
  deliverOn?: string | null;
  @Field(() => [AnswerPartInput], { nullable: true, description: 'Several deliveries, in place of one.' })
  split?: AnswerPartInput[] | null;
  @Field(() => ID, { nullable: true })
  substituteItemId?: string | null;
  @Field(() => String, { nullable: true, description: 'Needed to decline.' })
  reason?: string | null;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class ProposalAcceptInput {
  @Field(() => ID)
  proposalId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'Accepts all of them as proposed; each one is answered for itself.' })
export class ProposalsAnswerInput {
  @Field(() => [ProposalAcceptInput])
  proposals!: ProposalAcceptInput[];
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class ProposalReviewInput {
  @Field(() => ID)
  proposalId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => ReviewEnum)
  decision!: 'ACCEPT' | 'REFUSE';
  @Field(() => String, { defaultValue: '', description: 'Needed to refuse.' })
  reason!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class ProposalReleaseInput {
  @Field(() => [ID])
  proposalIds!: string[];
}

@InputType({ description: 'What a supplier means to deliver without being asked.' })
export class SupplyProposeInput {
  @Field(() => ID)
  lineId!: string;
  @Field(() => [AnswerPartInput])
  parts!: AnswerPartInput[];
  @Field(() => String, { defaultValue: '' })
  reason!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiProposalPayload')
export class ProposalPayload extends Payload {
  @Field(() => ProposalType, { nullable: true })
  proposal!: ProposalType | null;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiProposalResult', { description: 'How one of many was answered.' })
export class ProposalResultType {
  @Field(() => ID)
  proposalId!: string;
  @Field(() => UserError, { nullable: true, description: 'Why it was not; null when it was.' })
  error!: UserErrorRow | null;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiProposalsPayload')
export class ProposalsPayload extends Payload {
  @Field(() => [ProposalType], { description: 'Those that are accepted now.' })
  proposals!: ProposalType[];
  @Field(() => [ProposalResultType], { description: 'In the order of the input.' })
  results!: ProposalResultType[];
}

@For(STAFF)
@ObjectType('VmiProposalReleasePayload')
export class ProposalReleasePayload extends Payload {
  @Field(() => [ProposalType])
  proposals!: ProposalType[];
}
