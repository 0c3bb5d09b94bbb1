import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
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
