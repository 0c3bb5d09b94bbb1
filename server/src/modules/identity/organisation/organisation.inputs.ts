import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { OrganisationType } from './organisation.types.ts';

/** What can be said of a party beside its name and its sides; what is left out stays as it is. */
@InputType()
abstract class OrganisationParticulars {
  @Field(() => String, { nullable: true, description: '`en` or `zh-CN`.' })
  locale?: string | null;
  @Field(() => String, { nullable: true, description: 'IANA time zone.' })
  timeZone?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217.' })
  currency?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1, two letters.' })
  country?: string | null;
  @Field(() => String, { nullable: true })
  email?: string | null;
  @Field(() => String, { nullable: true })
  phone?: string | null;
  @Field(() => String, { nullable: true })
  address?: string | null;
}

@InputType()
export class OrganisationRegisterInput extends OrganisationParticulars {
  @Field(() => String)
  number!: string;
  @Field(() => String)
  name!: string;
  @Field(() => Boolean)
  isSupplier!: boolean;
  @Field(() => Boolean)
  isCustomer!: boolean;
}

@InputType()
export class OrganisationChangeInput extends OrganisationParticulars {
  @Field(() => ID)
  organisationId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String, { nullable: true })
  name?: string | null;
  @Field(() => Boolean, { nullable: true })
  isSupplier?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  isCustomer?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

/** The organisation an act made or changed. */
@For(STAFF)
@ObjectType()
export class OrganisationPayload extends Payload {
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
}

@InputType()
export class SecondFactorRequireInput {
  @Field(() => ID)
  organisationId!: string;
  @Field(() => Boolean)
  isRequired!: boolean;
}

@For(SIGNED_IN)
@ObjectType()
export class SecondFactorRequirePayload extends Payload {
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
}
