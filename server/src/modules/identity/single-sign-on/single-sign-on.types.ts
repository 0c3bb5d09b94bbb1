import { Field, ObjectType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import { EVERYBODY, For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node, Payload } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../organisation/organisation.types.ts';
import { AudienceEnum } from '../person/membership.types.ts';

@For(SIGNED_IN)
@ObjectType('SingleSignOn', {
  implements: Node,
  description: 'Where the people of one side of an organisation sign in.',
})
export class SingleSignOnType extends Node {
  @Field(() => OrganisationType)
  organisation!: OrganisationType;
  @Field(() => AudienceEnum)
  audience!: Audience;
  @Field(() => String, { description: 'Address of the OpenID Connect provider.' })
  issuer!: string;
  @Field(() => String)
  clientId!: string;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => [String], { description: 'E-mail domains whose people are sent there; the company says which.' })
  emailDomains!: string[];
  @Field(() => DateTimeScalar)
  createdAt!: string;
}

export const SingleSignOnConnection = connectionOf(SingleSignOnType, 'SingleSignOn', SIGNED_IN);

@For(SIGNED_IN)
@ObjectType()
export class SingleSignOnPayload extends Payload {
  @Field(() => SingleSignOnType, { nullable: true })
  singleSignOn!: SingleSignOnType | null;
}

@For(SIGNED_IN)
@ObjectType()
export class SingleSignOnRemovePayload extends Payload {}

@For(EVERYBODY)
@ObjectType()
export class SingleSignOnBeginPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Where the browser goes now.' })
  url!: string | null;
  @Field(() => String, { nullable: true, description: 'Stays in the browser, and goes with what it brings back.' })
  ticket!: string | null;
}
