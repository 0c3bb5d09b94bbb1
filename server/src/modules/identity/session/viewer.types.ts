import { Field, InputType, ID, ObjectType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { AudienceEnum, MembershipType } from '../person/membership.types.ts';
import { SecondStepType } from './second-step.types.ts';
import { PersonType } from '../person/person.types.ts';

@For(EVERYBODY)
@ObjectType({ description: 'Somebody of the company who looks with the eyes of the viewer.' })
export class Impersonation {
  @Field(() => String, { description: 'The name of whoever it is.' })
  by!: string;
  @Field(() => String)
  reason!: string;
  @Field(() => DateTimeScalar)
  endsAt!: string;
}

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
  @Field(() => Impersonation, { nullable: true, description: 'Set while somebody of the company acts as this person.' })
  impersonation!: Impersonation | null;
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

@InputType()
export class SignInConfirmInput {
  @Field(() => String, { description: 'From the step that asks for it.' })
  ticket!: string;
  @Field(() => String, { description: 'Six digits of the authenticator app, or a recovery code.' })
  code!: string;
}

@For(EVERYBODY)
@ObjectType()
export class SignInPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer!: ViewerType | null;
  @Field(() => SecondStepType, { nullable: true, description: 'What is still asked; then there is no viewer yet.' })
  secondStep!: SecondStepType | null;
  @Field(() => [String], { description: 'To be written down now; given once, when a second factor was just set up.' })
  recoveryCodes!: string[];
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
