import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { LotRuleEnum, type LotRuleName } from '../planning.enums.types.ts';
import { ScenarioChangeKindEnum, ScenarioFieldEnum, ScenarioType } from './scenario.types.ts';

@InputType()
export class PlanningScenarioOpenInput {
  @Field(() => String)
  name!: string;
  @Field(() => String, { defaultValue: '' })
  note!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType({ description: 'Says one thing differently; said again of the same, the last word holds.' })
export class PlanningScenarioChangeInput {
  @Field(() => ID)
  scenarioId!: string;
  @Field(() => ScenarioChangeKindEnum)
  kind!: keyof typeof ScenarioChangeKindEnum;
  @Field(() => ID)
  planningItemId!: string;
  @Field(() => ScenarioFieldEnum, { nullable: true, description: 'Of planning data.' })
  field?: keyof typeof ScenarioFieldEnum | null;
  @Field(() => DateScalar, { nullable: true, description: 'Of a demand or a bucket of the master schedule.' })
  dueOn?: string | null;
  @Field(() => LotRuleEnum, { nullable: true, description: 'Of the field LOT_RULE, which has no value.' })
  lotRule?: LotRuleName | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of every other field, and of what is not planning data.',
  })
  value?: Decimal | null;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class PlanningScenarioChangeRemoveInput {
  @Field(() => ID)
  scenarioId!: string;
  @Field(() => ID)
  changeId!: string;
  @Field(() => ID)
  idempotencyKey!: string;
}

@InputType()
export class PlanningScenarioEndInput {
  @Field(() => ID)
  scenarioId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => ID)
  idempotencyKey!: string;
}

@For(STAFF)
@ObjectType()
export class PlanningScenarioPayload extends Payload {
  @Field(() => ScenarioType, { nullable: true })
  scenario!: ScenarioType | null;
}
