import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { QueueType } from './queue.types.ts';

@For(STAFF)
@ObjectType('CannedReply', { implements: Node, description: 'An answer that is given often.' })
export class CannedReplyType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  titleEn!: string;
  @Field(() => String)
  titleZh!: string;
  @Field(() => String)
  bodyEn!: string;
  @Field(() => String)
  bodyZh!: string;
  @Field(() => QueueType, { nullable: true, description: 'The queue in which it is offered; every queue when null.' })
  queue!: QueueType | null;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  version!: number;
}

@InputType()
export class CannedReplySaveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; null for a new one.' })
  expectedVersion?: number | null;
  @Field(() => String, { description: 'Capital letters, digits and `_`; one of its own for each.' })
  code!: string;
  @Field(() => String)
  titleEn!: string;
  @Field(() => String, { defaultValue: '' })
  titleZh!: string;
  @Field(() => String)
  bodyEn!: string;
  @Field(() => String, { defaultValue: '' })
  bodyZh!: string;
  @Field(() => ID, { nullable: true, description: 'The queue in which it is offered; every queue when null.' })
  queueId?: string | null;
  @Field(() => Boolean, { defaultValue: true })
  isActive!: boolean;
}

@For(STAFF)
@ObjectType()
export class CannedReplyPayload extends Payload {
  @Field(() => CannedReplyType, { nullable: true })
  reply!: CannedReplyType | null;
}
