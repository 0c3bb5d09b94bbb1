import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { calendarShape } from '../calendar/calendar.shape.ts';
import { siteSetup } from './site-setup.service.ts';
import { LocationAddInput, LocationPayload, SiteOpenInput, SitePayload } from './site.inputs.ts';
import { locationList, siteList } from './site.reads.ts';
import { locationShape, siteShape } from './site.shape.ts';
import { LocationConnection, SiteConnection, SiteType } from './site.types.ts';

@ArgsType()
class LocationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
}

@Resolver(() => SiteType)
export class SiteResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => SiteConnection)
  async sites(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return siteList.read(await context.work(), info, { ...checkPage(page), sort: 'CODE' });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => LocationConnection)
  async locations(
    @Args(() => LocationsArgs) { siteId, ...page }: LocationsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const filter = { siteId: wantedKey(siteShape, siteId) };
    return locationList.read(await context.work(), info, { ...checkPage(page), sort: 'CODE', filter });
  }

  @For(STAFF)
  @Allow('catalog.site.open')
  @Mutation(() => SitePayload, { description: 'Opens a site with one location of every kind.' })
  siteOpen(
    @Arg('input', () => SiteOpenInput) input: SiteOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SitePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        site: await siteSetup.openSite(work, {
          ...input,
          calendarId: input.calendarId ? localId(calendarShape, input.calendarId, ['input', 'calendarId']) : null,
        }),
      }),
      show: { site: siteShape },
    });
  }

  @For(STAFF)
  @Allow('catalog.location.add')
  @Mutation(() => LocationPayload)
  locationAdd(
    @Arg('input', () => LocationAddInput) input: LocationAddInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<LocationPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        location: await siteSetup.addLocation(work, localId(siteShape, input.siteId, ['input', 'siteId']), input),
      }),
      show: { location: locationShape },
    });
  }
}
