import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { ConsentStateEnum, ContactChannel, MessagePurpose } from '../consent/consent.types.ts';
import { ContactType, PartySide } from './contact.types.ts';

@InputType()
export class ContactOpenInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  organisationId!: string;
  @Field(() => PartySide)
  side!: PartySide;
  @Field(() => String)
  name!: string;
  @Field(() => String, { nullable: true })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'As people of that country write it, or E.164.' })
  phone?: string | null;
  @Field(() => String, { defaultValue: 'en' })
  locale!: string;
}

@InputType()
export class ConsentChoiceInput {
  @Field(() => ContactChannel)
  channel!: ContactChannel;
  @Field(() => MessagePurpose)
  purpose!: MessagePurpose;
  @Field(() => Boolean)
  isGranted!: boolean;
}

@InputType({ description: 'What somebody told us about his wishes, by telephone or letter.' })
export class ConsentRecordInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  contactId!: string;
  @Field(() => [ConsentChoiceInput])
  choices!: ConsentChoiceInput[];
  @Field(() => String, { description: 'How he told us.' })
  note!: string;
}

@For(STAFF)
@ObjectType()
export class ContactPayload extends Payload {
  @Field(() => ContactType, { nullable: true })
  contact!: ContactType | null;
}

/** The choices of an input as the ledger takes them. */
export const choicesOf = (choices: readonly ConsentChoiceInput[]) =>
  choices.map(({ channel, purpose, isGranted }) => ({
    channel,
    purpose,
    state: isGranted ? ConsentStateEnum.GRANTED : ConsentStateEnum.WITHDRAWN,
  })) as { channel: ContactChannel; purpose: MessagePurpose; state: 'GRANTED' | 'WITHDRAWN' }[];
