import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { TaskType } from '../../../platform/tasks/task.types.ts';
import { SafetyStockProposalType } from './safety-stock-proposal.types.ts';

@InputType()
export class AgreedProposalInput {
  @Field(() => ID)
  proposalId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'All of them, or none.' })
export class SafetyStockApplyInput {
  @Field(() => [AgreedProposalInput])
  proposals!: AgreedProposalInput[];
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class SafetyStockRecomputeInput {
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(STAFF)
@ObjectType()
export class SafetyStockApplyPayload extends Payload {
  @Field(() => [SafetyStockProposalType])
  proposals!: SafetyStockProposalType[];
}

@For(STAFF)
@ObjectType()
export class SafetyStockRecomputePayload extends Payload {
  @Field(() => TaskType, { nullable: true })
  task!: TaskType | null;
}
