import { Field, Int, ObjectType } from 'type-graphql';
import { EVERYBODY, For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

@For(EVERYBODY)
@ObjectType('Organisation', {
  implements: Node,
  description: 'A party of the corridor: the company, a supplier or a customer.',
})
export class OrganisationType extends Node {
  @For(SIGNED_IN)
  @Field(() => String)
  number!: string;
  @Field(() => String)
  name!: string;
  @For(SIGNED_IN)
  @Field(() => Boolean)
  isCompany!: boolean;
  @For(SIGNED_IN)
  @Field(() => Boolean)
  isSupplier!: boolean;
  @For(SIGNED_IN)
  @Field(() => Boolean)
  isCustomer!: boolean;
  @For(SIGNED_IN)
  @Field(() => String)
  locale!: string;
  @For(SIGNED_IN)
  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;
  @For(SIGNED_IN)
  @Field(() => String)
  currency!: string;
  @For(SIGNED_IN)
  @Field(() => String, { nullable: true })
  country!: string | null;
  @For(SIGNED_IN)
  @Field(() => String, { nullable: true })
  email!: string | null;
  @For(SIGNED_IN)
  @Field(() => String, { nullable: true })
  phone!: string | null;
  @For(SIGNED_IN)
  @Field(() => String, { nullable: true })
  address!: string | null;
  @For(SIGNED_IN)
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether whoever acts for it must have signed in with a second factor; null of others.',
  })
  requiresSecondFactor!: boolean | null;
  @For(STAFF)
  @Field(() => Boolean)
  isActive!: boolean;
  @For(STAFF)
  @Field(() => Int, { description: 'Counts the changes; an edit names the one it saw.' })
  version!: number;
  @For(STAFF)
  @Field(() => DateTimeScalar)
  createdAt!: string;
}

export const OrganisationConnection = connectionOf(OrganisationType, 'Organisation', STAFF);
