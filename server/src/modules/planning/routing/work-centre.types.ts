import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { CalendarType } from '../../catalog/calendar/calendar.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';

@For(STAFF)
@ObjectType('WorkCentre', { implements: Node, description: 'Machines or people who do the same work.' })
export class WorkCentreType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => CalendarType, { nullable: true, description: "Null: it works by the site's." })
  calendar!: CalendarType | null;
  @Field(() => DecimalScalar, { description: 'Of a working day, over all its machines or people.' })
  hoursPerDay!: string;
  @Field(() => DecimalScalar, { description: 'Hours of standard work done in an hour that is worked.' })
  efficiency!: string;
  @Field(() => DecimalScalar)
  costPerHour!: string;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  operationCount!: number;
  @Field(() => Int)
  version!: number;
}
export const WorkCentreConnection = connectionOf(WorkCentreType, 'WorkCentre', STAFF);
