import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node } from '../../../platform/graphql/common.types.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { CustomerTermsType } from './customer-terms.types.ts';

@For(DEMAND_SIDE)
@ObjectType('BuyerLimit', {
  implements: Node,
  description: 'Up to which total somebody may order without a second person.',
})
export class BuyerLimitType extends Node {
  @Field(() => ID, { nullable: true })
  personId!: string | null;
  @Field(() => String, { nullable: true, description: 'Null: everybody who has no limit of his own.' })
  personName!: string | null;
  @Field(() => MoneyType, { nullable: true, description: 'Null is no limit.' })
  orderLimit!: MoneyType | null;
  @Field(() => Boolean)
  canApprove!: boolean;
  @Field(() => Int)
  version!: number;
}

extendType(CustomerTermsType, { buyerLimits: [() => [BuyerLimitType]] });
