import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

export const ScenarioStateEnum = { OPEN: 'OPEN', APPLIED: 'APPLIED', DISCARDED: 'DISCARDED' } as const;
registerEnumType(ScenarioStateEnum, { name: 'PlanningScenarioState' });

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
  @Field(() => Int)
  version!: number;
  @Field(() => [String])
  allowedActions!: string[];
}

export const ScenarioConnection = connectionOf(ScenarioType, 'PlanningScenario', STAFF);
