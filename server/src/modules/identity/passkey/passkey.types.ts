import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

@For(SIGNED_IN)
@ObjectType('Passkey', { implements: Node, description: 'A device on which the viewer signs in without a password.' })
export class PasskeyType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => Boolean, { description: 'Whether the device keeps a copy elsewhere, such as in an account.' })
  isBackedUp!: boolean;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  lastUsedAt!: string | null;
}

export const PasskeyConnection = connectionOf(PasskeyType, 'Passkey', SIGNED_IN);

@InputType({ description: 'The answer of a device to a challenge.' })
export class PasskeyProofInput {
  @Field(() => String)
  ticket!: string;
  @Field(() => String, { description: 'The credential as the browser gives it, as JSON.' })
  response!: string;
}

@InputType()
export class PasskeyRegisterInput extends PasskeyProofInput {
  @Field(() => String, { description: 'By what the viewer will know the device again.' })
  name!: string;
}

@InputType()
export class PasskeyRemoveInput {
  @Field(() => ID)
  passkeyId!: string;
}

/** What the browser is asked, and the ticket that goes with its answer. */
@For(EVERYBODY)
@ObjectType()
export class PasskeyChallengePayload extends Payload {
  @Field(() => String, { nullable: true })
  ticket!: string | null;
  @Field(() => String, { nullable: true, description: 'Options for the browser, as JSON (WebAuthn level 3).' })
  options!: string | null;
}

@For(SIGNED_IN)
@ObjectType()
export class PasskeyPayload extends Payload {
  @Field(() => PasskeyType, { nullable: true })
  passkey!: PasskeyType | null;
}

@For(SIGNED_IN)
@ObjectType()
export class PasskeyRemovePayload extends Payload {}
