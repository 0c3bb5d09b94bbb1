import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import type { GridState } from './grid-state.calc.ts';

export const GridStateEnum = {
  SHORT: 'SHORT',
  LATE: 'LATE',
  BELOW_SAFETY: 'BELOW_SAFETY',
  PLANNED: 'PLANNED',
  COVERED: 'COVERED',
} as const;
registerEnumType(GridStateEnum, {
  name: 'MrpGridState',
  description:
    'SHORT: stock falls below zero. LATE: what should have been released before. BELOW_SAFETY: less than the safety stock. PLANNED: a planned order arrives. COVERED: nothing to do.',
});

@For(STAFF)
@ObjectType('MrpGridCell')
export class GridCellType {
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => Boolean)
  isPastDue!: boolean;
  @Field(() => DecimalScalar, { description: 'At its end, planned receipts included.' })
  projectedOnHand!: string;
  @Field(() => DecimalScalar)
  grossRequirements!: string;
  @Field(() => DecimalScalar)
  plannedReceipts!: string;
  @Field(() => GridStateEnum)
  state!: GridState;
}

@For(STAFF)
@ObjectType('MrpGridRow', { description: 'An item over the first buckets of the plan.' })
export class GridRowType {
  @Field(() => ID)
  planningItemId!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => [GridCellType])
  cells!: GridCellType[];
}
