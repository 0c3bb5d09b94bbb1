import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { PersonType } from '../../identity/person/person.types.ts';
import { QueueType } from './queue.types.ts';

@For(STAFF)
@ObjectType('ServiceAgent', { implements: Node, description: 'Somebody to whom the desk gives tickets.' })
export class AgentType extends Node {
  @Field(() => PersonType, { nullable: true })
  person!: PersonType | null;
  @Field(() => [QueueType])
  queues!: QueueType[];
  @Field(() => [String])
  skills!: string[];
  @Field(() => Int, { description: 'How many open tickets are given to him by themselves, at most.' })
  capacity!: number;
  @Field(() => Boolean)
  isAvailable!: boolean;
  @Field(() => Int)
  openTickets!: number;
  @Field(() => Int)
  version!: number;
}

@InputType({ description: 'Makes somebody an agent, or changes what he is given.' })
export class AgentSaveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  personId!: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read; null for a new agent.' })
  expectedVersion?: number | null;
  @Field(() => [ID])
  queueIds!: string[];
  @Field(() => [String], { defaultValue: [] })
  skills!: string[];
  @Field(() => Int, { defaultValue: 25 })
  capacity!: number;
  @Field(() => Boolean, { defaultValue: true })
  isAvailable!: boolean;
}

@For(STAFF)
@ObjectType()
export class ServiceAgentPayload extends Payload {
  @Field(() => AgentType, { nullable: true })
  agent!: AgentType | null;
}
