import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { Audience } from '../../../platform/access/actor.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { AudienceEnum } from '../person/membership.types.ts';

@ArgsType()
export class SingleSignOnsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
}

@InputType()
export class SingleSignOnSetUpInput {
  @Field(() => ID)
  organisationId!: string;
  @Field(() => AudienceEnum)
  audience!: Audience;
  @Field(() => String, { description: 'Public, and over TLS.' })
  issuer!: string;
  @Field(() => String)
  clientId!: string;
  @Field(() => String, { nullable: true, description: 'Left out, the one that is kept stays.' })
  clientSecret?: string | null;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => [String], { nullable: true, description: 'Said by the company only.' })
  emailDomains?: string[] | null;
}

@InputType()
export class SingleSignOnRemoveInput {
  @Field(() => ID)
  singleSignOnId!: string;
}

@InputType()
export class SingleSignOnBeginInput {
  @Field(() => AudienceEnum, { description: 'The side to act on.' })
  portal!: Audience;
  @Field(() => String, { nullable: true, description: 'Its domain says where to go.' })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'In place of an e-mail: the number of the organisation.' })
  organisationNumber?: string | null;
}

@InputType()
export class SingleSignOnFinishInput {
  @Field(() => String)
  ticket!: string;
  @Field(() => String, { description: 'The query of the address to which the provider sent the browser back.' })
  returned!: string;
}
