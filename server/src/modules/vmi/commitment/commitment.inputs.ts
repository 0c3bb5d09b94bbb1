import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { CommitmentType } from './commitment.types.ts';

@InputType({ description: 'Asks the other side to take a commitment back.' })
export class CommitmentCancelInput {
  @Field(() => ID)
  commitmentId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String)
  reason!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class CommitmentCancelAnswerInput {
  @Field(() => ID)
  commitmentId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => Boolean, { description: 'False: it stands.' })
  isAgreed!: boolean;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiCommitmentPayload')
export class CommitmentPayload extends Payload {
  @Field(() => CommitmentType, { nullable: true })
  commitment!: CommitmentType | null;
}
