import { Field, Int, ObjectType } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';

@For(SIGNED_IN)
@ObjectType({ description: 'One stretch of work on a day, wall clock `HH:MM`; `24:00` is its end.' })
export class WorkingHours {
  @Field(() => String)
  from!: string;
  @Field(() => String)
  to!: string;
}

@For(SIGNED_IN)
@ObjectType()
export class CalendarWeekday {
  @Field(() => Int, { description: 'ISO: Monday is 1, Sunday is 7.' })
  weekday!: number;
  @Field(() => [WorkingHours])
  hours!: WorkingHours[];
}

@For(SIGNED_IN)
@ObjectType({ description: 'A date with hours of its own: none is a holiday, some are a make-up workday.' })
export class CalendarException {
  @Field(() => DateScalar)
  date!: string;
  @Field(() => [WorkingHours])
  hours!: WorkingHours[];
}

@For(SIGNED_IN)
@ObjectType('Calendar', { implements: Node, description: 'Working days and hours in a time zone.' })
export class CalendarType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;
  @Field(() => [CalendarWeekday])
  week!: CalendarWeekday[];
  @Field(() => [CalendarException])
  exceptions!: CalendarException[];
  @Field(() => Boolean)
  isDefault!: boolean;
  @Field(() => Int)
  version!: number;
  @Field(() => OrganisationType, { nullable: true })
  organisation!: OrganisationType | null;
}

export const CalendarConnection = connectionOf(CalendarType, 'Calendar', SIGNED_IN);
