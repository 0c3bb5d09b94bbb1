import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { PurchaseOrderType } from './purchase-order.types.ts';

@InputType({ description: 'A delivery that is asked for, in the order unit of its line.' })
export class ScheduleInput {
  @Field(() => DateScalar)
  requestedOn!: string;
  @Field(() => DecimalScalar)
  quantity!: Decimal;
}

@InputType({ description: 'What is left out comes from the terms with the supplier.' })
export class PurchaseOrderLineInput {
  @Field(() => ID)
  itemId!: string;
  @Field(() => String, { nullable: true, description: 'The order unit.' })
  unit?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Per order unit.' })
  unitPrice?: Decimal | null;
  @Field(() => String, { nullable: true })
  description?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'A fraction: 0.05 is five per cent.' })
  overTolerance?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'A fraction: 0.05 is five per cent.' })
  underTolerance?: Decimal | null;
  @Field(() => Int, { nullable: true })
  dateToleranceDays?: number | null;
  @Field(() => Boolean, { nullable: true })
  isConsignment?: boolean | null;
  @Field(() => [ScheduleInput])
  schedules!: ScheduleInput[];
}

@InputType({ description: 'Without an id it makes a draft; with one it writes that draft anew.' })
export class PurchaseOrderDraftInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to write it anew.' })
  expectedVersion?: number | null;
  @Field(() => ID)
  supplierId!: string;
  @Field(() => ID)
  siteId!: string;
  @Field(() => String, { nullable: true })
  currency?: string | null;
  @Field(() => Boolean, { defaultValue: false })
  isConsignment!: boolean;
  @Field(() => DateScalar, { nullable: true })
  orderedOn?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  tax?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  freight?: Decimal | null;
  @Field(() => String, { nullable: true })
  externalNumber?: string | null;
  @Field(() => [PurchaseOrderLineInput])
  lines!: PurchaseOrderLineInput[];
}

@InputType()
export class PurchaseOrderIssueInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
}

@InputType({ description: 'What the buyer wants otherwise; another day ends the line and opens a new one.' })
export class ScheduleChangeInput {
  @Field(() => ID)
  scheduleLineId!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'The whole quantity, in the order unit.' })
  quantity?: Decimal | null;
  @Field(() => DateScalar, { nullable: true })
  requestedOn?: string | null;
  @Field(() => Boolean, { defaultValue: false })
  isCancelled!: boolean;
}

@InputType()
export class PurchaseOrderChangeInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String)
  reason!: string;
  @Field(() => [ScheduleChangeInput], { defaultValue: [] })
  schedules!: ScheduleChangeInput[];
  @Field(() => [PurchaseOrderLineInput], { defaultValue: [] })
  addedLines!: PurchaseOrderLineInput[];
}

@InputType({ description: 'Ends an order, as cancelled or as closed.' })
export class PurchaseOrderEndInput {
  @Field(() => ID)
  idempotencyKey!: string;
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String)
  reason!: string;
}

@For(SUPPLY_SIDE)
@ObjectType()
export class PurchaseOrderPayload extends Payload {
  @Field(() => PurchaseOrderType, { nullable: true })
  order!: PurchaseOrderType | null;
}
