import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { calendarShape } from '../../catalog/calendar/calendar.shape.ts';
import { dueMoments } from './business-time.service.ts';

const MOST = 100_000;

@Resolver()
export class BusinessTimeResolver {
  @For(STAFF)
  @Query(() => [DateTimeScalar], { description: 'When so many business minutes after a moment are over.' })
  async businessTimes(
    @Arg('calendarId', () => ID) calendarId: string,
    @Arg('from', () => DateTimeScalar) from: Date,
    @Arg('minutes', () => [Int]) minutes: number[],
    @Ctx() context: Context,
  ): Promise<string[]> {
    if (minutes.length > 20 || minutes.some((many) => many < 0 || many > MOST))
      throw badInput(`at most 20 amounts, each from 0 to ${MOST}`, ['minutes']);
    return dueMoments(await context.work(), localId(calendarShape, calendarId, ['calendarId']), from, minutes);
  }
}
