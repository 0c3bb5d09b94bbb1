import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import type { Role } from '../../../platform/access/role.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RoleEnum } from './membership.types.ts';

@ArgsType()
export class MembershipsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

@InputType()
export class MembershipChangeRolesInput {
  @Field(() => ID)
  membershipId!: string;
  @Field(() => [RoleEnum])
  roles!: Role[];
  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
}

@InputType()
export class MembershipDeactivateInput {
  @Field(() => ID)
  membershipId!: string;
}

@InputType()
export class PersonChangeLocaleInput {
  @Field(() => String, { description: '`en` or `zh-CN`.' })
  locale!: string;
}
