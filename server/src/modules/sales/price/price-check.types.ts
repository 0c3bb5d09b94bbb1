import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { MoneyType, QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { PriceExplanationType } from '../order/price-explanation.types.ts';

@ArgsType()
export class PriceCheckArgs {
  @Field(() => ID)
  customerId!: string;
  @Field(() => ID)
  itemId!: string;
  @Field(() => DecimalScalar)
  quantity!: Decimal;
  @Field(() => String, { nullable: true, description: 'By default the stock unit.' })
  unit?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'By default today (UTC).' })
  on?: string | null;
}

@For(STAFF)
@ObjectType('PriceCheck', { description: 'What something would cost a customer on a day, and why; nothing is kept.' })
export class PriceCheckType {
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
  @Field(() => DecimalScalar, { description: 'A fraction: 0.1 is 10 %.' })
  discount!: string;
  @Field(() => MoneyType, { description: 'With the discount; tax as the terms of the customer say.' })
  amount!: MoneyType;
  @Field(() => Boolean)
  isTaxInclusive!: boolean;
  @Field(() => PriceExplanationType)
  whyThisPrice!: PriceExplanationType;
}
