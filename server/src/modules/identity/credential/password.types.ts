import { Field, InputType, ObjectType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import { EVERYBODY, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { AudienceEnum } from '../person/membership.types.ts';

@InputType()
export class PasswordChangeInput {
  @Field(() => String)
  oldPassword!: string;
  @Field(() => String, { description: 'At least twelve characters, and not among those that are tried first.' })
  newPassword!: string;
}

@InputType()
export class PasswordResetRequestInput {
  @Field(() => String)
  email!: string;
  @Field(() => AudienceEnum, { description: 'The side whose portal the link leads to.' })
  portal!: Audience;
}

@InputType()
export class PasswordResetInput {
  @Field(() => String)
  token!: string;
  @Field(() => String)
  password!: string;
}

@For(EVERYBODY)
@ObjectType({ description: 'What the holder of a link may know before he chooses a new password.' })
export class PasswordResetPreview {
  @Field(() => String)
  email!: string;
  @Field(() => DateTimeScalar)
  expiresAt!: string;
}

/** The same for every e-mail: whether there is an account is told to nobody. */
@For(EVERYBODY)
@ObjectType()
export class PasswordResetRequestPayload extends Payload {}

@For(EVERYBODY)
@ObjectType()
export class PasswordResetPayload extends Payload {}
