import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

@For(SUPPLY_SIDE)
@ObjectType('PurchaseOrderVersion', {
  implements: Node,
  description: 'A purchase order as it was sent at one time.',
})
export class OrderVersionType extends Node {
  @Field(() => Int)
  version!: number;
  @Field(() => String)
  reason!: string;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => String, {
    description:
      'The order as JSON text: { lines: [{ lineNo, sku, unit, unitPrice, schedules: [{ on, quantity }] }] }.',
  })
  snapshot!: string;
}
