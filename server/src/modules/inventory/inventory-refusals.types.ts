import { Field, ObjectType } from 'type-graphql';
import { For, SIGNED_IN } from '../../platform/graphql/audience.ts';
import { QuantityType, UserError } from '../../platform/graphql/common.types.ts';
import { DateScalar } from '../../platform/graphql/scalars.ts';

@For(SIGNED_IN)
@ObjectType('InsufficientStock', {
  implements: UserError,
  description: 'More is asked of a place than is there and not reserved.',
})
export class InsufficientStockType extends UserError {
  @Field(() => QuantityType)
  available!: QuantityType;
  @Field(() => DateScalar, { nullable: true })
  nextAvailableOn!: string | null;
}
