import { Field, ObjectType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

@For(SIGNED_IN)
@ObjectType('Organisation', {
  implements: Node,
  description: 'A party of the corridor: the company, a supplier or a customer.',
})
export class OrganisationType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Boolean)
  isCompany!: boolean;
  @Field(() => Boolean)
  isSupplier!: boolean;
  @Field(() => Boolean)
  isCustomer!: boolean;
  @Field(() => String)
  locale!: string;
  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;
  @Field(() => String)
  currency!: string;
  @Field(() => String, { nullable: true })
  country!: string | null;
  @Field(() => String, { nullable: true })
  email!: string | null;
  @Field(() => String, { nullable: true })
  phone!: string | null;
  @Field(() => String, { nullable: true })
  address!: string | null;
  @For(STAFF)
  @Field(() => Boolean)
  isActive!: boolean;
  @For(STAFF)
  @Field(() => DateTimeScalar)
  createdAt!: string;
}

export const OrganisationConnection = connectionOf(OrganisationType, 'Organisation', STAFF);
