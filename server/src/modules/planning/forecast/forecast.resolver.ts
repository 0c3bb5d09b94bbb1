import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, registerEnumType, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { localId, localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { taskShape } from '../../../platform/tasks/task.shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { Forecast } from './forecast.entity.ts';
import {
  ForecastMethodInput,
  ForecastOverrideInput,
  ForecastPayload,
  ForecastRecomputeInput,
  ForecastRecomputePayload,
} from './forecast.inputs.ts';
import { requestForecast } from './forecast.job.ts';
import { forecastList } from './forecast.reads.ts';
import { forecastShape } from './forecast.shape.ts';
import { ForecastConnection, ForecastType, ForecastWeekType } from './forecast.types.ts';
import { forecastWeeks } from './forecast-weeks.reads.ts';
import { forecasts } from './forecasts.service.ts';

export enum ForecastSort {
  ERROR = 'ERROR',
  ITEM = 'ITEM',
}
registerEnumType(ForecastSort, { name: 'ForecastSort', description: 'ERROR: the worst first.' });

@ArgsType()
class ForecastsArgs extends PageArgs {
  @Field(() => ForecastSort, { defaultValue: ForecastSort.ERROR })
  sort!: ForecastSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Its tracking signal is beyond 4 either way.' })
  isLeaning?: boolean | null;
}

@Resolver(() => ForecastType)
export class ForecastResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => ForecastConnection)
  async forecasts(
    @Args(() => ForecastsArgs) args: ForecastsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return forecastList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: {
        search: args.search?.trim() || null,
        itemId: wantedKey(itemShape, args.itemId),
        siteId: wantedKey(siteShape, args.siteId),
        isLeaning: args.isLeaning,
      },
    });
  }

  @For(STAFF)
  @Query(() => ForecastType, { nullable: true })
  async forecast(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(forecastShape, id);
    return key && readOne(await context.work(), info, forecastShape, key);
  }

  @For(STAFF)
  @Query(() => [ForecastWeekType], {
    description: 'Demand as it was and as it is expected, and what orders have left of it.',
  })
  async forecastWeeks(@Arg('forecastId', () => ID) forecastId: string, @Ctx() context: Context) {
    const key = localIdOrNull(forecastShape, forecastId);
    const work = await context.work();
    const known = key && (await work.em.findOne(Forecast, key));
    return known ? forecastWeeks(work, known) : [];
  }

  @For(STAFF)
  @Allow('planning.forecast.save')
  @Mutation(() => ForecastPayload, { description: 'What somebody expects instead, with the reason.' })
  forecastOverride(
    @Arg('input', () => ForecastOverrideInput) input: ForecastOverrideInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ForecastPayload> {
    const weeks = input.weeks.map(({ bucketOn, quantity = null }) => ({ bucketOn, quantity }));
    return act(context, info, {
      input,
      work: async (work) => ({
        forecast: await forecasts.override(work, keyOf(input), input.expectedVersion, { reason: input.reason, weeks }),
      }),
      show: { forecast: forecastShape },
    });
  }

  @For(STAFF)
  @Allow('planning.forecast.save')
  @Mutation(() => ForecastPayload, { description: 'Computes it anew by a method somebody chose, or by the nearest.' })
  forecastMethodChoose(
    @Arg('input', () => ForecastMethodInput) input: ForecastMethodInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ForecastPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        forecast: await forecasts.chooseMethod(work, keyOf(input), input.expectedVersion, input.method ?? null),
      }),
      show: { forecast: forecastShape },
    });
  }

  @For(STAFF)
  @Allow('planning.forecast.save')
  @Mutation(() => ForecastRecomputePayload, {
    description: 'Forecasts anew from all that has happened; follow the task.',
  })
  forecastRecompute(
    @Arg('input', () => ForecastRecomputeInput) input: ForecastRecomputeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ForecastRecomputePayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const key = input.forecastId ? localId(forecastShape, input.forecastId, ['input', 'forecastId']) : null;
        const known = key && (await work.em.findOne(Forecast, key));
        if (key && !known) throw new NotFound({}, ['input', 'forecastId']);
        const only = known ? { itemId: known.itemId, siteId: known.siteId } : null;
        return { task: await requestForecast(work, only, only ? 'ITEM' : 'ALL') };
      },
      show: { task: taskShape },
    });
  }
}

const keyOf = ({ forecastId }: { readonly forecastId: string }): string =>
  localId(forecastShape, forecastId, ['input', 'forecastId']);
