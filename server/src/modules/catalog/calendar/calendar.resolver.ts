import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { CalendarPayload, CalendarSaveInput } from './calendar.inputs.ts';
import { calendarList } from './calendar.reads.ts';
import { calendarShape } from './calendar.shape.ts';
import { CalendarConnection, CalendarType } from './calendar.types.ts';
import { workingTime } from './working-time.service.ts';

@ArgsType()
class CalendarsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
}

@Resolver(() => CalendarType)
export class CalendarResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => CalendarConnection)
  async calendars(
    @Args(() => CalendarsArgs) { organisationId, ...page }: CalendarsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return calendarList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NAME',
      filter: {
        organisationId: wantedKey(organisationShape, organisationId),
      },
    });
  }

  @For(STAFF)
  @Allow('catalog.calendar.save')
  @Mutation(() => CalendarPayload)
  calendarSave(
    @Arg('input', () => CalendarSaveInput) input: CalendarSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CalendarPayload> {
    if (input.week.some(({ weekday }) => weekday < 1 || weekday > 7))
      throw badInput('weekday is from 1 to 7', ['input', 'week']);
    return act(context, info, {
      input,
      work: async (work) => ({
        calendar: await workingTime.save(work, {
          ...input,
          id: input.id ? localId(calendarShape, input.id, ['input', 'id']) : null,
          organisationId: localId(organisationShape, input.organisationId, ['input', 'organisationId']),
          week: Object.fromEntries(input.week.map(({ weekday, hours }) => [String(weekday), hours])),
          overrides: Object.fromEntries(input.exceptions.map(({ date, hours }) => [date, hours])),
        }),
      }),
      show: { calendar: calendarShape },
    });
  }
}
