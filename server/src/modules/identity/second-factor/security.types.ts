import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

@For(SIGNED_IN)
@ObjectType('Security', { implements: Node, description: 'By what the viewer signs in.' })
export class SecurityType extends Node {
  @Field(() => Boolean)
  hasPassword!: boolean;
  @Field(() => DateTimeScalar, { nullable: true })
  passwordChangedAt!: string | null;
  @Field(() => Boolean)
  hasAuthenticatorApp!: boolean;
  @Field(() => Int)
  recoveryCodesLeft!: number;
  @Field(() => Boolean, { description: 'Whether an organisation of the viewer asks for a second factor.' })
  isSecondFactorRequired!: boolean;
}

@InputType()
export class AuthenticatorAppConfirmInput {
  @Field(() => String)
  ticket!: string;
  @Field(() => String, { description: 'The code that the app shows now.' })
  code!: string;
}

@For(SIGNED_IN)
@ObjectType()
export class AuthenticatorAppOfferPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Goes with the first code; good for ten minutes.' })
  ticket!: string | null;
  @Field(() => String, { nullable: true, description: 'Base 32, to type in where nothing can be scanned.' })
  secret!: string | null;
  @Field(() => String, { nullable: true, description: '`otpauth://`, to show as a QR code.' })
  uri!: string | null;
}

@For(SIGNED_IN)
@ObjectType()
export class RecoveryCodesPayload extends Payload {
  @Field(() => [String], { description: 'To be written down now: they are given once.' })
  recoveryCodes!: string[];
}

@For(SIGNED_IN)
@ObjectType()
export class AuthenticatorAppRemovePayload extends Payload {}
