import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';

export const FenceEnum = { DEMAND: 'DEMAND', PLANNING: 'PLANNING' } as const;
registerEnumType(FenceEnum, {
  name: 'ScheduleFence',
  description: 'DEMAND: frozen, only orders count. PLANNING: only people change it.',
});

@For(STAFF)
@ObjectType('MasterWeek', { description: 'One week of a master schedule, in the stock unit.' })
export class MasterWeekType {
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => DecimalScalar)
  forecast!: string;
  @Field(() => DecimalScalar, { description: 'Open orders; in the first week also what is overdue.' })
  ordered!: string;
  @Field(() => DecimalScalar, { description: 'What counts: orders, and after the demand fence at least the forecast.' })
  needed!: string;
  @Field(() => DecimalScalar, { description: 'Already released: work orders and receipts on their way.' })
  scheduled!: string;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What is to be made; null where the schedule says nothing.',
  })
  mps!: string | null;
  @Field(() => Boolean)
  isFirm!: boolean;
  @Field(() => Boolean, { description: 'It differs from what is kept.' })
  isChanged!: boolean;
  @Field(() => Int, { nullable: true, description: 'Of what is kept; null where nothing is.' })
  version!: number | null;
  @Field(() => DecimalScalar, { description: 'Projected available balance at its end.' })
  projected!: string;
  @Field(() => DecimalScalar, { description: 'What of its supply may still be promised.' })
  availableToPromise!: string;
  @Field(() => FenceEnum, { nullable: true })
  fence!: keyof typeof FenceEnum | null;
}

@For(STAFF)
@ObjectType('CentreLoadWeek', { description: 'Hours asked of a work centre in a week, against those it has.' })
export class CentreLoadWeekType {
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => DecimalScalar)
  requiredHours!: string;
  @Field(() => DecimalScalar)
  availableHours!: string;
  @Field(() => Boolean)
  isOverloaded!: boolean;
}

@For(STAFF)
@ObjectType('CentreLoad', { description: 'The load of a work centre, week by week.' })
export class CentreLoadType {
  @Field(() => ID)
  workCentreId!: string;
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => [CentreLoadWeekType])
  weeks!: CentreLoadWeekType[];
}

@For(STAFF)
@ObjectType('MasterSchedule', { description: 'The master schedule of one item at a site.' })
export class MasterScheduleType {
  @Field(() => ID)
  planningItemId!: string;
  @Field(() => String)
  sku!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => Boolean)
  isMasterScheduled!: boolean;
  @Field(() => DecimalScalar)
  onHand!: string;
  @Field(() => DecimalScalar)
  safetyStock!: string;
  @Field(() => [MasterWeekType])
  weeks!: MasterWeekType[];
  @Field(() => [CentreLoadType], {
    description: 'Rough-cut load by all schedules of the site, of the centres it needs.',
  })
  centres!: CentreLoadType[];
}
