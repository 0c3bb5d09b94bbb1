import { Field, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';

@For(STAFF)
@ObjectType('ExchangeRate', {
  implements: Node,
  description: "What one unit of a currency is worth in the company's from a day on, until the next one.",
})
export class ExchangeRateType extends Node {
  @Field(() => String)
  currency!: string;
  @Field(() => DateScalar)
  validFrom!: string;
  @Field(() => DecimalScalar)
  rate!: string;
}

export const ExchangeRateConnection = connectionOf(ExchangeRateType, 'ExchangeRate', STAFF);
