import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { LotRuleEnum, type LotRuleName } from '../planning.enums.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';

export const ScenarioStateEnum = { OPEN: 'OPEN', APPLIED: 'APPLIED', DISCARDED: 'DISCARDED' } as const;
registerEnumType(ScenarioStateEnum, { name: 'PlanningScenarioState' });

export const ScenarioChangeKindEnum = { ITEM: 'ITEM', DEMAND: 'DEMAND', MPS: 'MPS' } as const;
registerEnumType(ScenarioChangeKindEnum, { name: 'PlanningScenarioChangeKind' });
export const ScenarioFieldEnum = {
  SAFETY_STOCK: 'SAFETY_STOCK',
  LEAD_TIME: 'LEAD_TIME',
  MINIMUM_QUANTITY: 'MINIMUM_QUANTITY',
  ORDER_MULTIPLE: 'ORDER_MULTIPLE',
  LOT_SIZE: 'LOT_SIZE',
  LOT_RULE: 'LOT_RULE',
  LOT_PERIODS: 'LOT_PERIODS',
  MAXIMUM_QUANTITY: 'MAXIMUM_QUANTITY',
  SAFETY_LEAD_TIME: 'SAFETY_LEAD_TIME',
  ORDER_COST: 'ORDER_COST',
  HOLDING_COST: 'HOLDING_COST',
} as const;
registerEnumType(ScenarioFieldEnum, { name: 'PlanningScenarioField', description: 'What of its planning data.' });

@For(STAFF)
@ObjectType('PlanningScenarioChange', { implements: Node, description: 'One thing a scenario says differently.' })
export class ScenarioChangeType extends Node {
  @Field(() => ScenarioChangeKindEnum, {
    description: 'ITEM: planning data. DEMAND: more is needed. MPS: what the master schedule says of a bucket.',
  })
  kind!: keyof typeof ScenarioChangeKindEnum;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => ScenarioFieldEnum, { nullable: true })
  field!: keyof typeof ScenarioFieldEnum | null;
  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;
  @Field(() => LotRuleEnum, { nullable: true, description: 'The new lot rule, where that is what differs.' })
  lotRule!: LotRuleName | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The new value; of a demand, what is added. Null of a lot rule.',
  })
  value!: string | null;
}

@For(STAFF)
@ObjectType('PlanningScenario', { implements: Node, description: 'A copy of the plan to try things on.' })
export class ScenarioType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  note!: string;
  @Field(() => ScenarioStateEnum)
  state!: keyof typeof ScenarioStateEnum;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => String, { nullable: true })
  createdByName!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: string | null;
  @Field(() => Int)
  changeCount!: number;
  @Field(() => [ScenarioChangeType])
  changes!: ScenarioChangeType[];
  @Field(() => Boolean, { description: 'A run has planned it.' })
  isPlanned!: boolean;
  @Field(() => Int)
  version!: number;
  @Field(() => [String])
  allowedActions!: string[];
}

export const ScenarioConnection = connectionOf(ScenarioType, 'PlanningScenario', STAFF);
