import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Role } from '../../../platform/access/role.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { AudienceEnum, RoleEnum } from '../person/membership.types.ts';

@ArgsType()
export class InvitationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that can (true) or cannot (false) be accepted.',
  })
  isOpen?: boolean | null;
}

@InputType()
export class InvitationCreateInput {
  @Field(() => ID)
  organisationId!: string;
  @Field(() => String)
  email!: string;
  @Field(() => AudienceEnum)
  audience!: Audience;
  @Field(() => [RoleEnum])
  roles!: Role[];
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class InvitationRevokeInput {
  @Field(() => ID)
  invitationId!: string;
}

@InputType()
export class InvitationAcceptInput {
  @Field(() => String)
  token!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'A new one, or that of the account when the e-mail has one already.' })
  password!: string;
}
