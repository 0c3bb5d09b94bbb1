import { Field, ID, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ColourEnum, SupplyKindEnum } from '../vmi.enums.types.ts';
import type { Colour } from './colour.calc.ts';

@For(SUPPLY_SIDE)
@ObjectType('VmiProjectedBucket', { description: 'One step of the projected-stock grid.' })
export class ProjectedBucketType {
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => DateScalar, { description: 'Its last day.' })
  endsOn!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Null when demand is not shared.' })
  demand!: string | null;
  @Field(() => DecimalScalar)
  receipts!: string;
  @Field(() => DecimalScalar, { description: 'The part of the receipts that should have come before today.' })
  pastDue!: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Stock at its end; null when demand is not shared.',
  })
  projected!: string | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Days for which the stock at its end covers the demand after it.',
  })
  daysOfSupply!: string | null;
  @Field(() => ColourEnum)
  colour!: Colour;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiPlannedWeek', { description: 'What the plan needs of an item in a week.' })
export class PlannedWeekType {
  @Field(() => DateScalar, { description: 'Its Monday; what is past due is wanted in the first week.' })
  startsOn!: string;
  @Field(() => QuantityType)
  quantity!: QuantityType;
}

@For(SUPPLY_SIDE)
@ObjectType('VmiSupply', { description: 'Something that is coming, with its document.' })
export class SupplyType {
  @Field(() => SupplyKindEnum)
  kind!: 'ORDER' | 'NOTICE';
  @Field(() => DateScalar)
  expectedOn!: string;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => Boolean)
  isPastDue!: boolean;
  @Field(() => String)
  documentNumber!: string;
  @Field(() => ID, { description: 'Of the purchase order or ship notice.' })
  documentId!: string;
}
