import { Field, InputType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import { AudienceEnum } from '../person/membership.types.ts';
import { PasskeyProofInput } from './passkey.types.ts';

@InputType()
export class PasskeySignInInput extends PasskeyProofInput {
  @Field(() => AudienceEnum, { description: 'The side to act on.' })
  portal!: Audience;
}
