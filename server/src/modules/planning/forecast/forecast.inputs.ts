import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { TaskType } from '../../../platform/tasks/task.types.ts';
import { ForecastMethodEnum, type ForecastMethodName } from '../planning.enums.types.ts';
import { ForecastType } from './forecast.types.ts';

@InputType()
export class ForecastWeekInput {
  @Field(() => DateScalar, { description: 'The Monday of the week.' })
  bucketOn!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Null: what was computed counts again.' })
  quantity?: Decimal | null;
}

@InputType()
export class ForecastOverrideInput {
  @Field(() => ID)
  forecastId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => String)
  reason!: string;
  @Field(() => [ForecastWeekInput])
  weeks!: ForecastWeekInput[];
}

@InputType()
export class ForecastMethodInput {
  @Field(() => ID)
  forecastId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => ForecastMethodEnum, { nullable: true, description: 'Null: the nearest over the holdout.' })
  method?: ForecastMethodName | null;
}

@InputType()
export class ForecastRecomputeInput {
  @Field(() => ID, { nullable: true, description: 'Null: of all items.' })
  forecastId?: string | null;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(STAFF)
@ObjectType()
export class ForecastPayload extends Payload {
  @Field(() => ForecastType, { nullable: true })
  forecast!: ForecastType | null;
}

@For(STAFF)
@ObjectType()
export class ForecastRecomputePayload extends Payload {
  @Field(() => TaskType, { nullable: true })
  task!: TaskType | null;
}
