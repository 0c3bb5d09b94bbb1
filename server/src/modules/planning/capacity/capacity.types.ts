import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';

export const LoadSourceEnum = { PlannedOrder: 'PlannedOrder', WorkOrder: 'WorkOrder' } as const;
registerEnumType(LoadSourceEnum, { name: 'CapacityLoadSource' });

@For(STAFF)
@ObjectType('CapacityWeek', { description: 'Hours of standard work in a week.' })
export class CapacityWeekType {
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => DecimalScalar, { description: 'Asked by planned orders.' })
  plannedHours!: string;
  @Field(() => DecimalScalar, { description: 'Asked by work orders, for what is still open.' })
  releasedHours!: string;
  @Field(() => DecimalScalar)
  availableHours!: string;
  @Field(() => Boolean)
  isOverloaded!: boolean;
}

@For(STAFF)
@ObjectType('CapacityCentre', { description: 'The load of a work centre by the plan that holds.' })
export class CapacityCentreType {
  @Field(() => ID)
  workCentreId!: string;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => [CapacityWeekType])
  weeks!: CapacityWeekType[];
}

@For(STAFF)
@ObjectType('CapacityLoadRow', { description: 'What one operation of an order takes.' })
export class CapacityLoadRowType {
  @Field(() => LoadSourceEnum)
  type!: keyof typeof LoadSourceEnum;
  @Field(() => ID)
  id!: string;
  @Field(() => String, { nullable: true, description: 'Of a work order.' })
  number!: string | null;
  @Field(() => ID)
  itemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => Int)
  operationNo!: number;
  @Field(() => String)
  operationName!: string;
  @Field(() => DateScalar)
  startOn!: string;
  @Field(() => DecimalScalar)
  hours!: string;
}
