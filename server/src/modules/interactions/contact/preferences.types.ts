import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { For, type Reader } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { Consent, ContactChannel } from '../consent/consent.types.ts';
import { ConsentChoiceInput } from './contact.inputs.ts';

/** Suppliers and customers: those whom we write to. */
export const PARTIES: readonly Reader[] = ['SUPPLIER', 'CUSTOMER'];

@For(PARTIES)
@ObjectType('Preferences', { implements: Node, description: 'How the reader wants to be reached, and for what.' })
export class PreferencesType extends Node {
  @Field(() => String)
  email!: string;
  @Field(() => String, { nullable: true, description: 'E.164.' })
  phone!: string | null;
  @Field(() => ContactChannel)
  preferredChannel!: ContactChannel;
  @Field(() => String, { nullable: true, description: 'Wall clock `HH:MM`; nothing that can wait comes between.' })
  quietFrom!: string | null;
  @Field(() => String, { nullable: true, description: 'Wall clock `HH:MM`.' })
  quietTo!: string | null;
  @Field(() => [Consent])
  consents!: Consent[];
}

@InputType()
export class PreferencesSaveInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ContactChannel)
  preferredChannel!: ContactChannel;
  @Field(() => String, { nullable: true, description: 'As people of his country write it, or E.164.' })
  phone?: string | null;
  @Field(() => String, { nullable: true })
  quietFrom?: string | null;
  @Field(() => String, { nullable: true })
  quietTo?: string | null;
  @Field(() => [ConsentChoiceInput])
  choices!: ConsentChoiceInput[];
}

@For(PARTIES)
@ObjectType()
export class PreferencesPayload extends Payload {
  @Field(() => PreferencesType, { nullable: true })
  preferences!: PreferencesType | null;
}
