import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { MoneyType, QuantityType, UserError } from '../../../platform/graphql/common.types.ts';

export enum QuickOrderReason {
  UNREADABLE = 'UNREADABLE',
  BAD_QUANTITY = 'BAD_QUANTITY',
  UNKNOWN_ITEM = 'UNKNOWN_ITEM',
  UNKNOWN_UNIT = 'UNKNOWN_UNIT',
  NO_PRICE = 'NO_PRICE',
}
registerEnumType(QuickOrderReason, { name: 'QuickOrderReason' });

@For(DEMAND_SIDE)
@ObjectType('QuickOrderProblem', { description: 'A row that cannot be ordered as it is.' })
export class QuickOrderProblemType {
  @Field(() => Int, { description: 'Counted from 1, as it was pasted.' })
  row!: number;
  @Field(() => String)
  text!: string;
  @Field(() => QuickOrderReason)
  reason!: keyof typeof QuickOrderReason;
}

@For(DEMAND_SIDE)
@ObjectType('QuickOrderLine')
export class QuickOrderLineType {
  @Field(() => Int)
  row!: number;
  @Field(() => ID)
  itemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String, { description: "In the reader's language." })
  name!: string;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
  @Field(() => MoneyType)
  amount!: MoneyType;
}

@For(DEMAND_SIDE)
@ObjectType('QuickOrderCheck', { description: 'What pasted rows would come to; nothing was written.' })
export class QuickOrderCheckType {
  @Field(() => [QuickOrderLineType])
  lines!: QuickOrderLineType[];
  @Field(() => [QuickOrderProblemType])
  problems!: QuickOrderProblemType[];
  @Field(() => MoneyType)
  total!: MoneyType;
}

@For(DEMAND_SIDE)
@ObjectType('QuickOrderRefused', {
  implements: UserError,
  description: 'Some rows cannot be ordered: nothing was done, and every one of them is named.',
})
export class QuickOrderRefusedType extends UserError {
  @Field(() => [QuickOrderProblemType])
  problems!: QuickOrderProblemType[];
}

@InputType({ description: 'Rows of item, quantity and, where it is not the stock unit, unit.' })
export class QuickOrderDraftInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true, description: 'Needed from the staff; a customer orders for itself.' })
  customerId?: string | null;
  @Field(() => String)
  text!: string;
}
