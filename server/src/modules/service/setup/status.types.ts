import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { TicketCategoryEnum } from '../ticket/ticket.types.ts';

@For(STAFF)
@ObjectType({ description: 'A status that a ticket can have.' })
export class TicketStatus {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String)
  nameZh!: string;
  @Field(() => TicketCategoryEnum)
  category!: string;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Boolean, { description: 'The desk works by it: it cannot be switched off.' })
  isBuiltIn!: boolean;
  @Field(() => Int)
  version!: number;
}

@InputType({ description: 'Adds a status of the company within a category, or changes one.' })
export class TicketStatusSaveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => String)
  code!: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read; null for a new status.' })
  expectedVersion?: number | null;
  @Field(() => TicketCategoryEnum, { description: 'OPEN or PAUSED for a new status; it stays as it is.' })
  category!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { defaultValue: '' })
  nameZh!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'Whether it can be chosen; tickets that have it keep it.' })
  isActive!: boolean;
}

@InputType({ description: 'Every status once, in the order in which they are shown.' })
export class TicketStatusOrderInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => [String])
  codes!: string[];
}
