import { Field, InputType, ID, ObjectType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { AudienceEnum, MembershipType } from '../person/membership.types.ts';
import { PersonType } from '../person/person.types.ts';

@For(EVERYBODY)
@ObjectType('Viewer', { implements: Node, description: 'Who asks, and for which organisation.' })
export class ViewerType extends Node {
  @Field(() => PersonType)
  person!: PersonType;
  @Field(() => MembershipType, { nullable: true, description: 'What the viewer acts as now.' })
  membership!: MembershipType | null;
  @Field(() => [MembershipType], { description: 'What the viewer may act as, on every side.' })
  memberships!: MembershipType[];
  @Field(() => [String], { description: 'The acts open to the viewer, such as `purchasing.order.release`.' })
  allowedActions!: string[];
}

@InputType()
export class SignInInput {
  @Field(() => String)
  email!: string;
  @Field(() => String)
  password!: string;
  @Field(() => AudienceEnum, { description: 'The side to act on.' })
  portal!: Audience;
}

@For(EVERYBODY)
@ObjectType()
export class SignInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer!: ViewerType | null;
}

@For(EVERYBODY)
@ObjectType()
export class SignOutPayload extends Payload {}

@InputType()
export class MembershipChooseInput {
  @Field(() => ID)
  membershipId!: string;
}

@For(SIGNED_IN)
@ObjectType()
export class MembershipChoosePayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer!: ViewerType | null;
}
