import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ExchangeRateType } from './exchange-rate.types.ts';

@ArgsType()
export class ExchangeRatesArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  currency?: string | null;
}

@InputType({ description: 'Takes the place of the rate from the same day. What is submitted already keeps its rate.' })
export class ExchangeRateSetInput {
  @Field(() => String)
  currency!: string;
  @Field(() => DateScalar)
  validFrom!: string;
  @Field(() => DecimalScalar, { description: "One unit of it in the company's currency." })
  rate!: Decimal;
}

@For(STAFF)
@ObjectType()
export class ExchangeRatePayload extends Payload {
  @Field(() => ExchangeRateType, { nullable: true })
  exchangeRate!: ExchangeRateType | null;
}
