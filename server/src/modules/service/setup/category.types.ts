import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { QueueType } from './queue.types.ts';

@For(SIGNED_IN)
@ObjectType('ServiceCategory', { implements: Node, description: 'What a question is about.' })
export class CategoryType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @For(STAFF)
  @Field(() => String)
  nameEn!: string;
  @For(STAFF)
  @Field(() => String)
  nameZh!: string;
  @For(STAFF)
  @Field(() => String)
  skill!: string;
  @For(STAFF)
  @Field(() => QueueType, { nullable: true, description: 'Where its tickets wait; in the default queue when null.' })
  queue!: QueueType | null;
  @For(STAFF)
  @Field(() => Boolean)
  isActive!: boolean;
  @For(STAFF)
  @Field(() => Int)
  version!: number;
}

@InputType({ description: 'Makes a category, or changes one; tickets keep one that is taken out of use.' })
export class ServiceCategorySaveInput {
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
  @Field(() => ID, { nullable: true, description: 'Where its tickets wait; in the default queue when null.' })
  queueId?: string | null;
  @Field(() => String, { defaultValue: '', description: 'What somebody must know who is given them.' })
  skill!: string;
  @Field(() => Boolean, { defaultValue: true })
  isActive!: boolean;
}

@For(STAFF)
@ObjectType()
export class ServiceCategoryPayload extends Payload {
  @Field(() => CategoryType, { nullable: true })
  category!: CategoryType | null;
}
