import { Field, ObjectType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Role } from '../../../platform/access/role.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../organisation/organisation.types.ts';
import { AudienceEnum, RoleEnum } from '../person/membership.types.ts';
import { PersonType } from '../person/person.types.ts';
import { SecondStepType } from '../session/second-step.types.ts';
import { ViewerType } from '../session/viewer.types.ts';

@For(SIGNED_IN)
@ObjectType('Invitation', {
  implements: Node,
  description: 'An offer of membership, used once or not at all.',
})
export class InvitationType extends Node {
  @Field(() => OrganisationType)
  organisation!: OrganisationType;
  @Field(() => String)
  email!: string;
  @Field(() => AudienceEnum)
  audience!: Audience;
  @Field(() => [RoleEnum])
  roles!: Role[];
  @Field(() => PersonType, { nullable: true, description: 'Null when the viewer may not know who it was.' })
  invitedBy!: PersonType | null;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar)
  expiresAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  acceptedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: string | null;
}

export const InvitationConnection = connectionOf(InvitationType, 'Invitation', SIGNED_IN);

@For(EVERYBODY)
@ObjectType({ description: 'What the holder of an open invitation may know before he accepts it.' })
export class InvitationPreview {
  @Field(() => String)
  organisationName!: string;
  @Field(() => String)
  email!: string;
  @Field(() => AudienceEnum)
  audience!: Audience;
  @Field(() => DateTimeScalar)
  expiresAt!: string;
}

@For(EVERYBODY)
@ObjectType()
export class InvitationAcceptPayload extends Payload {
  @Field(() => ViewerType, { nullable: true })
  viewer!: ViewerType | null;
  @Field(() => SecondStepType, { nullable: true, description: 'What is still asked; then there is no viewer yet.' })
  secondStep!: SecondStepType | null;
}

@For(SIGNED_IN)
@ObjectType()
export class InvitationCreatePayload extends Payload {
  @Field(() => InvitationType, { nullable: true })
  invitation!: InvitationType | null;
  @Field(() => String, {
    nullable: true,
    description: 'The link to hand over, relative to the public address. Given once: a repeated request gets null.',
  })
  url!: string | null;
}

@For(SIGNED_IN)
@ObjectType()
export class InvitationRevokePayload extends Payload {
  @Field(() => InvitationType, { nullable: true })
  invitation!: InvitationType | null;
}
