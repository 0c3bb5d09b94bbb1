import { Field, ID, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';

@For(STAFF)
@ObjectType({ description: 'An item that is often bought together with what a ticket is about, and can be had.' })
export class ItemSuggestion {
  @Field(() => ID)
  itemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'The item of the ticket beside which it is bought.' })
  besideSku!: string;
  @Field(() => Int, { description: 'Orders with both.' })
  orders!: number;
  @Field(() => DecimalScalar, { description: 'Share of all orders that have both, from 0 to 1.' })
  support!: string;
  @Field(() => DecimalScalar, {
    description: 'Share of the orders with the one that also have the other, from 0 to 1.',
  })
  confidence!: string;
  @Field(() => DecimalScalar, { description: 'How many times likelier together than apart; 1 says nothing.' })
  lift!: string;
}
