import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';

export const ComparisonKindEnum = { ADDED: 'ADDED', REMOVED: 'REMOVED', MOVED: 'MOVED', RESIZED: 'RESIZED' } as const;
registerEnumType(ComparisonKindEnum, { name: 'PlanningComparisonKind' });

@For(STAFF)
@ObjectType('PlanningComparisonSide', { description: 'Open planned orders of one plan.' })
export class ComparisonSideType {
  @Field(() => Int)
  orderCount!: number;
  @Field(() => Int, { description: 'Orders that should have been released already.' })
  lateCount!: number;
  @Field(() => DecimalScalar, { description: 'What placing them costs, by the planning data of their items.' })
  orderCost!: string;
}

@For(STAFF)
@ObjectType('PlanningComparisonRow', {
  description: "An item's nth order in the plan that holds beside its nth in the scenario.",
})
export class ComparisonRowType {
  @Field(() => ComparisonKindEnum)
  kind!: keyof typeof ComparisonKindEnum;
  @Field(() => ID)
  planningItemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String)
  siteCode!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => DecimalScalar, { nullable: true })
  planQuantity!: string | null;
  @Field(() => DateScalar, { nullable: true })
  planDueOn!: string | null;
  @Field(() => DecimalScalar, { nullable: true })
  scenarioQuantity!: string | null;
  @Field(() => DateScalar, { nullable: true })
  scenarioDueOn!: string | null;
}

@For(STAFF)
@ObjectType('PlanningComparison', { description: 'A scenario beside the plan that holds.' })
export class ComparisonType {
  @Field(() => ComparisonSideType)
  plan!: ComparisonSideType;
  @Field(() => ComparisonSideType)
  scenario!: ComparisonSideType;
  @Field(() => Int)
  addedCount!: number;
  @Field(() => Int)
  removedCount!: number;
  @Field(() => Int)
  movedCount!: number;
  @Field(() => Int)
  resizedCount!: number;
  @Field(() => [ComparisonRowType], { description: 'The first of them, by item and day.' })
  rows!: ComparisonRowType[];
}
