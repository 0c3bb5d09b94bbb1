import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../organisation/organisation.types.ts';
import { AudienceEnum } from '../person/membership.types.ts';
import { PersonType } from '../person/person.types.ts';

@For(SIGNED_IN)
@ObjectType('ApiKey', { implements: Node, description: 'By what a system acts for its organisation.' })
export class ApiKeyType extends Node {
  @Field(() => OrganisationType)
  organisation!: OrganisationType;
  @Field(() => AudienceEnum)
  audience!: Audience;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'How the key begins.' })
  prefix!: string;
  @Field(() => [String], { description: 'The acts it is good for; it reads whatever its side may read.' })
  scopes!: string[];
  @Field(() => PersonType, { nullable: true })
  createdBy!: PersonType | null;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar)
  expiresAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'To within five minutes.' })
  lastUsedAt!: string | null;
  @Field(() => String, { nullable: true })
  lastUsedAddress!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: string | null;
}

export const ApiKeyConnection = connectionOf(ApiKeyType, 'ApiKey', SIGNED_IN);

@ArgsType()
export class ApiKeysArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those that can (true) or cannot (false) be used.' })
  isOpen?: boolean | null;
}

@InputType()
export class ApiKeyCreateInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => String)
  name!: string;
  @Field(() => [String], { description: 'Acts open to the viewer, such as `vmi.proposal.answer`.' })
  scopes!: string[];
  @Field(() => Int, { description: 'For how many days it is good: at most 730.' })
  days!: number;
}

@InputType()
export class ApiKeyRevokeInput {
  @Field(() => ID)
  apiKeyId!: string;
}

@For(SIGNED_IN)
@ObjectType()
export class ApiKeyCreatePayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey!: ApiKeyType | null;
  @Field(() => String, { nullable: true, description: 'The key. Given once: a repeated request gets null.' })
  secret!: string | null;
}

@For(SIGNED_IN)
@ObjectType()
export class ApiKeyPayload extends Payload {
  @Field(() => ApiKeyType, { nullable: true })
  apiKey!: ApiKeyType | null;
}
