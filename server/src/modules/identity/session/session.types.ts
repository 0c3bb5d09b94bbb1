import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { PasskeyProofInput } from '../passkey/passkey.types.ts';
import { MembershipType } from '../person/membership.types.ts';

@For(SIGNED_IN)
@ObjectType('Session', { implements: Node, description: 'The viewer, signed in at one device.' })
export class SessionType extends Node {
  @Field(() => MembershipType)
  membership!: MembershipType;
  @Field(() => String, { nullable: true, description: 'What the browser said it is.' })
  userAgent!: string | null;
  @Field(() => String, { nullable: true })
  remoteAddress!: string | null;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { description: 'To within five minutes.' })
  lastSeenAt!: string;
  @Field(() => DateTimeScalar, { description: 'When it ends, unless it is used before.' })
  expiresAt!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Of the company, looking with the eyes of the viewer: who it is.',
  })
  impersonatedBy!: string | null;
}

export const SessionConnection = connectionOf(SessionType, 'Session', SIGNED_IN);

@InputType()
export class SessionEndInput {
  @Field(() => ID)
  sessionId!: string;
}

@For(SIGNED_IN)
@ObjectType()
export class SessionEndPayload extends Payload {}

@For(SIGNED_IN)
@ObjectType()
export class SessionEndOthersPayload extends Payload {
  @Field(() => Int, { nullable: true, description: 'How many sessions ended.' })
  ended!: number | null;
}

@InputType({ description: 'One of the three; who has a second factor proves himself with that.' })
export class SessionConfirmInput {
  @Field(() => String, { nullable: true })
  password?: string | null;
  @Field(() => String, { nullable: true, description: 'A one-time code or a recovery code.' })
  code?: string | null;
  @Field(() => PasskeyProofInput, { nullable: true })
  passkey?: PasskeyProofInput | null;
}

@For(SIGNED_IN)
@ObjectType()
export class SessionConfirmPayload extends Payload {}
