import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { WorkOrderType } from './work-order.types.ts';

@InputType()
export class WorkOrderOpenInput {
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID)
  siteId!: string;
  @Field(() => DecimalScalar)
  quantity!: Decimal;
  @Field(() => DateScalar)
  startOn!: string;
  @Field(() => DateScalar)
  dueOn!: string;
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class WorkOrderActInput {
  @Field(() => ID)
  workOrderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String, { defaultValue: '', description: 'Needed to cancel.' })
  reason!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class WorkOrderIssueLineInput {
  @Field(() => ID)
  componentId!: string;
  @Field(() => DecimalScalar)
  quantity!: Decimal;
}

@InputType({ description: 'Without lines, all that is still needed.' })
export class WorkOrderIssueInput {
  @Field(() => ID)
  workOrderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => [WorkOrderIssueLineInput], { defaultValue: [] })
  lines!: WorkOrderIssueLineInput[];
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class WorkOrderReportInput {
  @Field(() => ID)
  workOrderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => DecimalScalar)
  quantity!: Decimal;
  @Field(() => String, { defaultValue: '', description: 'Needed for scrap.' })
  reason!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(STAFF)
@ObjectType()
export class WorkOrderPayload extends Payload {
  @Field(() => WorkOrderType, { nullable: true })
  workOrder!: WorkOrderType | null;
}
