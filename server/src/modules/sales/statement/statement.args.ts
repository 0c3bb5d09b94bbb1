import { ArgsType, Field, ID } from 'type-graphql';
import { daysBetween, isCalendarDate } from '../../../kernel/calendar-date.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';

const MOST_DAYS = 1_100;

@ArgsType()
export class AccountStatementArgs {
  @Field(() => DateScalar, { description: 'The first day of it.' })
  from!: string;
  @Field(() => DateScalar, { description: 'The last day of it; three years at most.' })
  to!: string;
  @Field(() => ID, { nullable: true, description: 'Needed from the staff.' })
  customerId?: string | null;
}

interface Period {
  readonly from: string;
  readonly to: string;
}

/** Whether these are days, in order, and not too many. */
export function isPeriod({ from, to }: Period): boolean {
  if (!isCalendarDate(from) || !isCalendarDate(to)) return false;
  const days = daysBetween(from, to);
  return days >= 0 && days <= MOST_DAYS;
}

/** @throws badInput for days the wrong way round, or too many of them */
export function checkPeriod(period: Period): void {
  if (!isPeriod(period)) throw badInput(`from one day to a later one, ${MOST_DAYS} days at most`, ['to']);
}
