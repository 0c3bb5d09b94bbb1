import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PartySide } from '../contact/contact.types.ts';
import { DirectionEnum, InteractionChannelEnum, InteractionType } from './interaction.types.ts';

@InputType({ description: 'A contact that somebody had and writes down: a visit, a call. It stays ours.' })
export class InteractionRecordInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  organisationId!: string;
  @Field(() => PartySide)
  side!: PartySide;
  @Field(() => ID, { nullable: true })
  contactId?: string | null;
  @Field(() => InteractionChannelEnum)
  channel!: 'VISIT' | 'PHONE' | 'EMAIL' | 'WEB' | 'CHAT' | 'PARTNER';
  @Field(() => DirectionEnum)
  direction!: 'INBOUND' | 'OUTBOUND';
  @Field(() => ID, { nullable: true, description: 'What it was about: an order, a line, an item, a ticket.' })
  subjectId?: string | null;
  @Field(() => String)
  summary!: string;
  @Field(() => String, { defaultValue: '' })
  body!: string;
  @Field(() => Int, { nullable: true })
  durationMinutes?: number | null;
  @Field(() => DateTimeScalar, { nullable: true })
  occurredAt?: Date | null;
}

@For(STAFF)
@ObjectType()
export class InteractionPayload extends Payload {
  @Field(() => InteractionType, { nullable: true })
  interaction!: InteractionType | null;
}
