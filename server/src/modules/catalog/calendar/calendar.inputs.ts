import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { CalendarType } from './calendar.types.ts';

@InputType({ description: 'Wall clock `HH:MM`; `24:00` is the end of the day.' })
export class WorkingHoursInput {
  @Field(() => String)
  from!: string;
  @Field(() => String)
  to!: string;
}

@InputType()
export class CalendarWeekdayInput {
  @Field(() => Int, { description: 'ISO: Monday is 1, Sunday is 7.' })
  weekday!: number;
  @Field(() => [WorkingHoursInput])
  hours!: WorkingHoursInput[];
}

@InputType()
export class CalendarExceptionInput {
  @Field(() => DateScalar)
  date!: string;
  @Field(() => [WorkingHoursInput])
  hours!: WorkingHoursInput[];
}

@InputType({ description: 'Without an id it makes a calendar; with one it changes that calendar.' })
export class CalendarSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version that was read; needed to change a calendar.',
  })
  expectedVersion?: number | null;
  @Field(() => ID)
  organisationId!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String, { description: 'IANA time zone.' })
  timeZone!: string;
  @Field(() => [CalendarWeekdayInput])
  week!: CalendarWeekdayInput[];
  @Field(() => [CalendarExceptionInput], { defaultValue: [] })
  exceptions!: CalendarExceptionInput[];
  @Field(() => Boolean, { defaultValue: false })
  isDefault!: boolean;
}

@For(STAFF)
@ObjectType()
export class CalendarPayload extends Payload {
  @Field(() => CalendarType, { nullable: true })
  calendar!: CalendarType | null;
}
