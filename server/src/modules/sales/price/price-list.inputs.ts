import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { PriceListType, PromotionType } from './price-list.types.ts';

@ArgsType()
export class PriceListsArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
}

@InputType({ description: 'Without an id it makes a list; with a customer it is a contract.' })
export class PriceListSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  currency!: string;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isTaxInclusive?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  isDefault?: boolean | null;
  @Field(() => DateScalar, { nullable: true })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

@InputType({
  description: 'Takes the place of the price from the same quantity and day; without a price it ends that one.',
})
export class PriceSetInput {
  @Field(() => ID)
  priceListId!: string;
  @Field(() => ID)
  itemId!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => DecimalScalar)
  fromQuantity!: Decimal;
  @Field(() => DecimalScalar, { nullable: true })
  unitPrice?: Decimal | null;
  @Field(() => DateScalar, { nullable: true })
  validFrom?: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
}

@InputType()
export class PromotionSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { nullable: true })
  nameZh?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  customerId?: string | null;
  @Field(() => DecimalScalar, { description: 'A fraction: 0.1 takes 10 % off.' })
  discount!: Decimal;
  @Field(() => DecimalScalar, { nullable: true })
  fromQuantity?: Decimal | null;
  @Field(() => Boolean, { nullable: true })
  appliesToContracts?: boolean | null;
  @Field(() => DateScalar)
  validFrom!: string;
  @Field(() => DateScalar, { nullable: true })
  validTo?: string | null;
  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

@For(STAFF)
@ObjectType()
export class PriceListPayload extends Payload {
  @Field(() => PriceListType, { nullable: true })
  priceList!: PriceListType | null;
}

@For(STAFF)
@ObjectType()
export class PromotionPayload extends Payload {
  @Field(() => PromotionType, { nullable: true })
  promotion!: PromotionType | null;
}
