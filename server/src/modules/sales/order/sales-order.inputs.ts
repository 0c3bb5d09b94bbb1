import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { SalesOrderType } from './sales-order.types.ts';

@InputType({
  description: 'What is left out goes without saying: the stock unit, the day of the order, the price of the list.',
})
export class SalesOrderLineInput {
  @Field(() => ID)
  itemId!: string;
  @Field(() => String, { nullable: true })
  unit?: string | null;
  @Field(() => DecimalScalar, { description: 'In that unit.' })
  quantity!: Decimal;
  @Field(() => DateScalar, { nullable: true })
  requestedOn?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Per unit; only the staff sets it.' })
  unitPrice?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'A fraction; only the staff sets it.' })
  discount?: Decimal | null;
}

@InputType()
export class OrderHeadInput {
  @Field(() => DateScalar, { nullable: true })
  requestedOn?: string | null;
  @Field(() => String, { nullable: true })
  customerReference?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => String, { nullable: true })
  shipTo?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Without tax; only the staff sets it.' })
  freight?: Decimal | null;
}

@InputType()
export class OrderDraftCreateInput extends OrderHeadInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true, description: 'Needed from the staff; a customer orders for itself.' })
  customerId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => [SalesOrderLineInput], { defaultValue: [] })
  lines!: SalesOrderLineInput[];
}

@InputType({ description: 'An order as it was read.' })
export class OrderStepInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class OrderReasonInput extends OrderStepInput {
  @Field(() => String)
  reason!: string;
}

@InputType()
export class OrderDraftChangeInput extends OrderHeadInput {
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'Without a line it adds one; of nothing, the line goes.' })
export class OrderLineSetInput extends SalesOrderLineInput {
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => ID, { nullable: true })
  lineId?: string | null;
}

@InputType()
export class OrderLineCancelInput extends OrderReasonInput {
  @Field(() => ID)
  lineId!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'In the ordered unit; all that is open when not said.' })
  quantity?: Decimal | null;
}

@InputType({ description: 'Less of it, or on another day: then a new line takes over what is open.' })
export class OrderLineChangeInput {
  @Field(() => ID)
  lineId!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The whole quantity wanted now, in the ordered unit.' })
  quantity?: Decimal | null;
  @Field(() => DateScalar, { nullable: true })
  requestedOn?: string | null;
}

@InputType()
export class OrderChangeInput extends OrderReasonInput {
  @Field(() => [OrderLineChangeInput], { defaultValue: [] })
  lines!: OrderLineChangeInput[];
  @Field(() => [SalesOrderLineInput], { defaultValue: [] })
  addedLines!: SalesOrderLineInput[];
}

@InputType()
export class OrderLinePromiseInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  lineId!: string;
  @Field(() => DateScalar)
  promisedOn!: string;
  @Field(() => String, { defaultValue: '', description: 'For the staff alone.' })
  note!: string;
}

@InputType()
export class OrderReorderInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { description: 'The order to have again, at the prices of today.' })
  orderId!: string;
}

@For(DEMAND_SIDE)
@ObjectType()
export class SalesOrderPayload extends Payload {
  @Field(() => SalesOrderType, { nullable: true })
  order!: SalesOrderType | null;
}
