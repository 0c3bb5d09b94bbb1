import { Field, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { MoneyType } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { PriceSourceEnum } from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('PriceExplanation', { description: 'Why a line costs what it costs.' })
export class PriceExplanationType {
  @Field(() => PriceSourceEnum)
  source!: keyof typeof PriceSourceEnum;
  @Field(() => String, { nullable: true })
  listName!: string | null;
  @Field(() => MoneyType, { nullable: true, description: 'As it stands on the list, per `listUnit`.' })
  listPrice!: MoneyType | null;
  @Field(() => String, { nullable: true })
  listUnit!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The price holds from this quantity of `listUnit`.' })
  fromQuantity!: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'From this quantity it would be cheaper.' })
  nextFromQuantity!: string | null;
  @Field(() => MoneyType, { nullable: true })
  nextListPrice!: MoneyType | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'From the currency of the list into that of the order.' })
  exchangeRate!: string | null;
  @Field(() => String, { nullable: true })
  promotionCode!: string | null;
  @Field(() => String, { nullable: true, description: "In the reader's language." })
  promotionName!: string | null;
  @Field(() => DateScalar, { nullable: true })
  pricedOn!: string | null;
}
