import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { PlannedOrderType } from './planned-order.types.ts';

@InputType({ description: 'What is not given stays as it is.' })
export class PlannedOrderFirmInput {
  @Field(() => ID)
  plannedOrderId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => Boolean, { defaultValue: true, description: 'False hands it back to the runs.' })
  isFirm!: boolean;
  @Field(() => DecimalScalar, { nullable: true })
  quantity?: Decimal | null;
  @Field(() => DateScalar, { nullable: true })
  releaseOn?: string | null;
  @Field(() => DateScalar, { nullable: true })
  dueOn?: string | null;
  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class PlannedOrderReleaseInput {
  @Field(() => [ID], { description: 'At most a hundred.' })
  plannedOrderIds!: string[];
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(STAFF)
@ObjectType()
export class PlannedOrderPayload extends Payload {
  @Field(() => PlannedOrderType, { nullable: true })
  plannedOrder!: PlannedOrderType | null;
}

@For(STAFF)
@ObjectType()
export class PlannedOrdersPayload extends Payload {
  @Field(() => [PlannedOrderType])
  plannedOrders!: PlannedOrderType[];
}
