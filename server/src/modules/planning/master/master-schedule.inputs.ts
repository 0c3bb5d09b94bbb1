import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { PlanningItemType } from '../item/planning-item.types.ts';

@InputType()
export class MasterWeekTryInput {
  @Field(() => DateScalar, { description: 'The Monday of the week.' })
  bucketOn!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Null: nothing.' })
  quantity?: Decimal | null;
}

@InputType()
export class MasterWeekInput extends MasterWeekTryInput {
  @Field(() => Int, { nullable: true, description: 'The version that was seen; null where nothing was kept.' })
  expectedVersion?: number | null;
}

@InputType()
export class MasterScheduleSaveInput {
  @Field(() => ID)
  planningItemId!: string;
  @Field(() => Boolean, { description: 'Firm: proposals leave it alone.' })
  isFirm!: boolean;
  @Field(() => [MasterWeekInput])
  weeks!: MasterWeekInput[];
}

@For(STAFF)
@ObjectType()
export class MasterSchedulePayload extends Payload {
  @Field(() => PlanningItemType, { nullable: true })
  planningItem!: PlanningItemType | null;
}
