import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { TaxRoundingEnum } from '../sales.enums.types.ts';
import { BuyerLimitType } from './buyer-limit.types.ts';
import { CustomerTermsType } from './customer-terms.types.ts';

@InputType({ description: 'What is left out stays as it is.' })
export class CustomerTermsSaveInput {
  @Field(() => ID)
  customerId!: string;
  @Field(() => Int, { nullable: true, description: 'The version that was read, where there are terms already.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true })
  currency?: string | null;
  @Field(() => ID, { nullable: true })
  priceListId?: string | null;
  @Field(() => ID, { nullable: true })
  territoryId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => Int, { nullable: true })
  paymentDays?: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Null is no limit.' })
  creditLimit?: Decimal | null;
  @Field(() => Boolean, { nullable: true })
  isOnHold?: boolean | null;
  @Field(() => String, { nullable: true })
  holdReason?: string | null;
  @Field(() => Boolean, { nullable: true })
  isTaxInclusive?: boolean | null;
  @Field(() => TaxRoundingEnum, { nullable: true })
  taxRounding?: keyof typeof TaxRoundingEnum | null;
  @Field(() => DecimalScalar, { nullable: true })
  taxRate?: Decimal | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether freight is taxed like the goods.' })
  isFreightTaxed?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  confirmsAtOnce?: boolean | null;
  @Field(() => Int, { nullable: true })
  cutoffDays?: number | null;
  @Field(() => Boolean, { nullable: true })
  allowsPartial?: boolean | null;
}

@InputType({ description: 'Without a person it holds for everybody who has no limit of his own.' })
export class BuyerLimitSaveInput {
  @Field(() => ID, { nullable: true, description: 'Needed from the staff.' })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  personId?: string | null;
  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Null is no limit.' })
  orderLimit?: Decimal | null;
  @Field(() => Boolean, { defaultValue: false })
  canApprove!: boolean;
}

@For(STAFF)
@ObjectType()
export class CustomerTermsPayload extends Payload {
  @Field(() => CustomerTermsType, { nullable: true })
  terms!: CustomerTermsType | null;
}

@For(DEMAND_SIDE)
@ObjectType()
export class BuyerLimitPayload extends Payload {
  @Field(() => BuyerLimitType, { nullable: true })
  limit!: BuyerLimitType | null;
}
