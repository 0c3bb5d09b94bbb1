import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { wantedKey } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { timelineList } from './timeline.reads.ts';
import { TimelineConnection, TimelineKind } from './timeline.types.ts';

@ArgsType()
class TimelineArgs extends PageArgs {
  @Field(() => ID)
  organisationId!: string;
  @Field(() => [TimelineKind], { nullable: true })
  kind?: TimelineKind[] | null;
}

@Resolver()
export class TimelineResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => TimelineConnection, {
    description: 'What was said, asked, ordered, sent and paid between us and a party, newest first.',
  })
  async partyTimeline(
    @Args(() => TimelineArgs) { organisationId, kind, ...page }: TimelineArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return timelineList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { organisation: wantedKey(organisationShape, organisationId), kind },
    });
  }
}
