import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { QuantityType } from '../../../platform/graphql/common.types.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';

export const RecordFigureEnum = { GROSS: 'GROSS', SCHEDULED: 'SCHEDULED', PLANNED: 'PLANNED' } as const;
registerEnumType(RecordFigureEnum, { name: 'MrpRecordFigure' });

@For(STAFF)
@ObjectType('MrpRecordSource', { description: 'What a figure of the record is made of, document by document.' })
export class RecordSourceType {
  @Field(() => RecordFigureEnum)
  figure!: keyof typeof RecordFigureEnum;
  @Field(() => String, {
    description: 'Demand, Forecast, SalesOrder, WorkOrder, PlannedOrder, PurchaseOrder or ScheduledReceipt.',
  })
  type!: string;
  @Field(() => ID, { description: 'Of the document; it may stand in the records of several items.' })
  documentId!: string;
  @Field(() => String, { description: 'Its number; of a planned order the item it makes, or how it is come by.' })
  label!: string;
  @Field(() => DateScalar)
  day!: string;
  @Field(() => DecimalScalar)
  quantity!: string;
  @Field(() => Boolean)
  isFirm!: boolean;
  @Field(() => ID, { nullable: true, description: 'Of a planned order of another item: where that item is planned.' })
  planningItemId!: string | null;
}

@For(STAFF)
@ObjectType('MrpRecordBucket', { description: 'Amounts in the stock unit of the item.' })
export class RecordBucketType {
  @Field(() => Int, { description: '0 is past due, 1 the current one.' })
  period!: number;
  @Field(() => DateScalar, { description: 'Of the past-due bucket, the day before the plan begins.' })
  startsOn!: string;
  @Field(() => Boolean)
  isPastDue!: boolean;
  @Field(() => DecimalScalar)
  grossRequirements!: string;
  @Field(() => DecimalScalar)
  scheduledReceipts!: string;
  @Field(() => DecimalScalar, { description: 'At its end, planned receipts included.' })
  projectedOnHand!: string;
  @Field(() => DecimalScalar)
  netRequirements!: string;
  @Field(() => DecimalScalar)
  plannedReceipts!: string;
  @Field(() => DecimalScalar)
  plannedReleases!: string;
  @Field(() => [RecordSourceType])
  sources!: RecordSourceType[];
}

@For(STAFF)
@ObjectType('MrpRecord', { description: 'The time-phased figures of an item at a site, each with what it is made of.' })
export class MrpRecordType {
  @Field(() => ID)
  itemId!: string;
  @Field(() => ID)
  siteId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => String)
  siteCode!: string;
  @Field(() => QuantityType)
  onHand!: QuantityType;
  @Field(() => QuantityType)
  safetyStock!: QuantityType;
  @Field(() => String, { description: 'WEEK or DAY.' })
  bucket!: string;
  @Field(() => [RecordBucketType])
  buckets!: RecordBucketType[];
}
