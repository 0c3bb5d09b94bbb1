import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PartySide } from '../../interactions/contact/contact.types.ts';
import { TicketPriorityEnum, TicketType } from './ticket.types.ts';

@InputType({ description: 'A question of the reader himself.' })
export class TicketOpenInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => String)
  subject!: string;
  @Field(() => String)
  body!: string;
  @Field(() => ID, { nullable: true })
  categoryId?: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'The order, line, shipment, invoice or item it is about.' })
  aboutIds!: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Files that were handed in for it.' })
  fileIds!: string[];
}

@InputType({ description: 'Something a party told us, which the desk writes down for it.' })
export class TicketTakeInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  organisationId!: string;
  @Field(() => PartySide)
  side!: PartySide;
  @Field(() => ID, { nullable: true })
  contactId?: string | null;
  @Field(() => String)
  subject!: string;
  @Field(() => String)
  body!: string;
  @Field(() => Boolean, { defaultValue: true, description: 'He called us; otherwise we begin it.' })
  isCall!: boolean;
  @Field(() => ID, { nullable: true })
  categoryId?: string | null;
  @Field(() => TicketPriorityEnum, { defaultValue: 'NORMAL' })
  priority!: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
  @Field(() => [ID], { defaultValue: [] })
  aboutIds!: string[];
}

@InputType()
export class TicketTextInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  ticketId!: string;
  @Field(() => String)
  body!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Files that were handed in for it.' })
  fileIds!: string[];
}

@InputType()
export class TicketReplyInput extends TicketTextInput {
  @Field(() => String, { nullable: true, description: 'The status afterwards; PENDING_CUSTOMER when null.' })
  statusCode?: string | null;
}

@InputType()
export class TicketActInput {
  @Field(() => ID)
  ticketId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class TicketSetStatusInput extends TicketActInput {
  @Field(() => String)
  statusCode!: string;
}

@InputType()
export class TicketResolveInput extends TicketActInput {
  @Field(() => Boolean, { defaultValue: false })
  isSpam!: boolean;
}

@InputType()
export class TicketPrioritiseInput extends TicketActInput {
  @Field(() => TicketPriorityEnum)
  priority!: 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
}

@InputType()
export class TicketAssignInput extends TicketActInput {
  @Field(() => ID, { nullable: true, description: 'Null leaves it in its queue.' })
  queueId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Null gives it back to the queue.' })
  assigneeId?: string | null;
}

@InputType()
export class TicketMergeInput {
  @Field(() => ID)
  ticketId!: string;
  @Field(() => ID, { description: 'Where it goes on.' })
  intoId!: string;
}

@InputType()
export class TicketUnmergeInput {
  @Field(() => ID)
  ticketId!: string;
}

@InputType()
export class TicketSplitInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  ticketId!: string;
  @Field(() => [ID])
  messageIds!: string[];
  @Field(() => String)
  subject!: string;
}

@InputType()
export class TicketLinkInput {
  @Field(() => ID)
  ticketId!: string;
  @Field(() => ID)
  subjectId!: string;
}

@InputType()
export class TicketRateInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  ticketId!: string;
  @Field(() => Int, { description: 'From 1 to 5.' })
  score!: number;
  @Field(() => String, { defaultValue: '' })
  comment!: string;
}

@For(SIGNED_IN)
@ObjectType()
export class TicketPayload extends Payload {
  @Field(() => TicketType, { nullable: true })
  ticket!: TicketType | null;
}
