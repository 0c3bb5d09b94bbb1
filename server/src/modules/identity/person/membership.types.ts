import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AUDIENCES, type Audience } from '../../../platform/access/actor.ts';
import { ROLE_NAMES, type Role } from '../../../platform/access/role.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../organisation/organisation.types.ts';
import { PersonType } from './person.types.ts';

export const AudienceEnum = Object.fromEntries(AUDIENCES.map((name) => [name, name])) as {
  [A in Audience]: A;
};
registerEnumType(AudienceEnum, {
  name: 'Audience',
  description: 'The side of the corridor somebody stands on.',
});

export const RoleEnum = Object.fromEntries(ROLE_NAMES.map((name) => [name, name])) as { [R in Role]: R };
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'A named set of permissions; it belongs to one side.',
});

@For(EVERYBODY)
@ObjectType('Membership', {
  implements: Node,
  description: 'What a person is for an organisation, on one side of the corridor.',
})
export class MembershipType extends Node {
  @Field(() => OrganisationType)
  organisation!: OrganisationType;
  @Field(() => AudienceEnum)
  audience!: Audience;
  @Field(() => [RoleEnum])
  roles!: Role[];
  @For(SIGNED_IN)
  @Field(() => PersonType)
  person!: PersonType;
  @For(SIGNED_IN)
  @Field(() => Boolean)
  isActive!: boolean;
  @For(SIGNED_IN)
  @Field(() => Int, { description: 'Counts the changes; an edit names the one it saw.' })
  version!: number;
  @For(SIGNED_IN)
  @Field(() => DateTimeScalar)
  createdAt!: string;
}

export const MembershipConnection = connectionOf(MembershipType, 'Membership', SIGNED_IN);

/** The membership an act changed. */
@For(SIGNED_IN)
@ObjectType()
export class MembershipPayload extends Payload {
  @Field(() => MembershipType, { nullable: true })
  membership!: MembershipType | null;
}
