import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { calendarShape } from '../../catalog/calendar/calendar.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { WorkCentrePayload, WorkCentreSaveInput } from './work-centre.inputs.ts';
import { workCentreList } from './work-centre.reads.ts';
import { workCentreShape } from './work-centre.shape.ts';
import { WorkCentreConnection, WorkCentreType } from './work-centre.types.ts';
import { workCentres } from './work-centres.service.ts';

@ArgsType()
class WorkCentresArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
}

@Resolver(() => WorkCentreType)
export class WorkCentreResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => WorkCentreConnection)
  async workCentres(
    @Args(() => WorkCentresArgs) args: WorkCentresArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return workCentreList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'CODE',
      filter: {
        search: args.search?.trim() || null,
        siteId: wantedKey(siteShape, args.siteId),
        isActive: args.isActive,
      },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => WorkCentreType, { nullable: true })
  async workCentre(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(workCentreShape, id);
    return key && readOne(await context.work(), info, workCentreShape, key);
  }

  @For(STAFF)
  @Allow('planning.routing.save')
  @Mutation(() => WorkCentrePayload)
  workCentreSave(
    @Arg('input', () => WorkCentreSaveInput) input: WorkCentreSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<WorkCentrePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        workCentre: await workCentres.save(work, {
          ...input,
          id: input.id ? localId(workCentreShape, input.id, ['input', 'id']) : null,
          siteId: localId(siteShape, input.siteId, ['input', 'siteId']),
          calendarId: input.calendarId ? localId(calendarShape, input.calendarId, ['input', 'calendarId']) : null,
        }),
      }),
      show: { workCentre: workCentreShape },
    });
  }
}
