import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum-of.ts';
import { DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { PersonType } from '../../identity/person/person.types.ts';
import { ContactType, PartySide } from '../../interactions/contact/contact.types.ts';
import { InteractionChannelEnum, InteractionType } from '../../interactions/interaction/interaction.types.ts';
import { ItemSuggestion } from '../suggestion/suggestion.types.ts';
import { CATEGORIES, PRIORITIES } from './ticket.state.ts';

export const TicketPriorityEnum = enumOf(PRIORITIES);
registerEnumType(TicketPriorityEnum, { name: 'TicketPriority' });
export const TicketCategoryEnum = enumOf(CATEGORIES);
registerEnumType(TicketCategoryEnum, { name: 'TicketCategory', description: 'What a status means for the clocks.' });

@For(SIGNED_IN)
@ObjectType({ description: 'Something a ticket is about; `node(subjectId)` finds it.' })
export class TicketLink {
  @Field(() => ID, { nullable: true })
  subjectId!: string | null;
  @Field(() => String)
  kind!: string;
  @Field(() => String)
  label!: string;
}

@For(STAFF)
@ObjectType({ description: 'Something that happened to a ticket.' })
export class TicketEvent {
  @Field(() => String)
  kind!: string;
  @Field(() => DateTimeScalar)
  at!: string;
  @Field(() => String, { nullable: true })
  by!: string | null;
  @Field(() => String)
  detail!: string;
}

@For(SIGNED_IN)
@ObjectType()
export class Rating {
  @Field(() => Int, { description: 'From 1 to 5.' })
  score!: number;
  @Field(() => String)
  comment!: string;
}

@For(SIGNED_IN)
@ObjectType('Ticket', { implements: Node, description: 'Something a party needs help with, until it is solved.' })
export class TicketType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => String)
  subject!: string;
  @For(STAFF)
  @Field(() => PartySide)
  side!: PartySide;
  @For(STAFF)
  @Field(() => Boolean, { description: 'Whether the party sees it.' })
  isShared!: boolean;
  @For(STAFF)
  @Field(() => Boolean)
  isSpam!: boolean;
  @Field(() => InteractionChannelEnum)
  channel!: string;
  @Field(() => TicketPriorityEnum)
  priority!: string;
  @Field(() => String)
  statusCode!: string;
  @Field(() => String, { description: 'In the language of the reader.' })
  statusName!: string;
  @Field(() => TicketCategoryEnum)
  category!: string;
  @Field(() => String, { nullable: true, description: 'What kind of question it is, in the language of the reader.' })
  topic!: string | null;
  @For(STAFF)
  @Field(() => String, { nullable: true })
  queue!: string | null;
  @For(STAFF)
  @Field(() => ID, { nullable: true })
  queueId!: string | null;
  @Field(() => String)
  openedBy!: string;
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
  @For(STAFF)
  @Field(() => ContactType, { nullable: true })
  contact!: ContactType | null;
  @For(STAFF)
  @Field(() => PersonType, { nullable: true })
  assignee!: PersonType | null;
  @Field(() => [InteractionType], {
    description: 'The conversation, oldest first, with that of tickets merged into it.',
  })
  messages!: InteractionType[];
  @Field(() => [TicketLink])
  links!: TicketLink[];
  @For(STAFF)
  @Field(() => [TicketEvent])
  events!: TicketEvent[];
  @For(STAFF)
  @Field(() => DateTimeScalar, { nullable: true })
  responseDueAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  respondedAt!: string | null;
  @For(STAFF)
  @Field(() => DecimalScalar, { nullable: true, description: 'Business minutes.' })
  responseMinutes!: string | null;
  @For(STAFF)
  @Field(() => DateTimeScalar, { nullable: true })
  responseBreachedAt!: string | null;
  @For(STAFF)
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while the clock stands still.' })
  resolutionDueAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  resolvedAt!: string | null;
  @For(STAFF)
  @Field(() => DecimalScalar, { description: 'Business minutes spent waiting for the other side.' })
  holdMinutes!: string;
  @For(STAFF)
  @Field(() => DecimalScalar, { nullable: true, description: 'Business minutes to the solution, without the hold.' })
  netMinutes!: string | null;
  @For(STAFF)
  @Field(() => DateTimeScalar, { nullable: true })
  resolutionBreachedAt!: string | null;
  @For(STAFF)
  @Field(() => DateTimeScalar, { nullable: true, description: 'What is due next: the first answer, or the solution.' })
  nextDueAt!: string | null;
  @For(STAFF)
  @Field(() => Boolean)
  isEscalated!: boolean;
  @Field(() => DateTimeScalar)
  lastMessageAt!: string;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => Int)
  version!: number;
  @Field(() => Rating, { nullable: true, description: 'Of the last solution.' })
  rating!: Rating | null;
  @For(STAFF)
  @Field(() => [ItemSuggestion], {
    description: 'What may be offered beside; nothing while the customer has other worries.',
  })
  suggestions!: ItemSuggestion[];
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
  @Field(() => TicketType, { nullable: true, description: 'Where it goes on.' })
  mergedInto!: Node | null;
  @For(STAFF)
  @Field(() => TicketType, { nullable: true, description: 'The internal ticket about what lies behind this one.' })
  cause!: Node | null;
  @For(STAFF)
  @Field(() => [TicketType], { description: 'Tickets of parties that this one lies behind.' })
  attached!: TicketType[];
  @For(STAFF)
  @Field(() => [TicketType], { description: 'Tickets that go on in this one.' })
  merged!: TicketType[];
}

export const TicketConnection = connectionOf(TicketType, 'Ticket', SIGNED_IN);
