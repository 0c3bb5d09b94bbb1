import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';

@For(STAFF)
@ObjectType('ServiceQueue', { implements: Node, description: 'Where tickets of one kind wait for somebody.' })
export class QueueType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String)
  nameZh!: string;
  @Field(() => String)
  policyCode!: string;
  @Field(() => Boolean, { description: 'It takes what no category sends elsewhere.' })
  isDefault!: boolean;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  version!: number;
  @Field(() => Int)
  openTickets!: number;
}

@InputType({ description: 'Makes a queue, or changes one; tickets that wait in it stay there.' })
export class ServiceQueueSaveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; null for a new one.' })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Capital letters, digits and `_`; one of its own for each.' })
  code!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { defaultValue: '' })
  nameZh!: string;
  @Field(() => String, { defaultValue: 'STANDARD', description: 'By which policy its new tickets are measured.' })
  policyCode!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Makes it the default in the place of the one before.' })
  isDefault!: boolean;
  @Field(() => Boolean, { defaultValue: true, description: 'Out of use, its new tickets go to the default queue.' })
  isActive!: boolean;
  @Field(() => [ID], { nullable: true, description: 'Who takes tickets from it; as they are when null.' })
  agentIds?: string[] | null;
}

@InputType({ description: 'Every one of them once, in the order in which they are shown.' })
export class ServiceOrderInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => [ID])
  ids!: string[];
}

@For(STAFF)
@ObjectType()
export class ServiceQueuePayload extends Payload {
  @Field(() => QueueType, { nullable: true })
  queue!: QueueType | null;
}
