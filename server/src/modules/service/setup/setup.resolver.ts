import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { For, SIGNED_IN, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { categoryList, policyList, queueList } from './setup.reads.ts';
import { CategoryType, PolicyType, QueueType } from './setup.types.ts';

const QueueConnection = connectionOf(QueueType, 'ServiceQueue', STAFF);
const CategoryConnection = connectionOf(CategoryType, 'ServiceCategory', SIGNED_IN);
const PolicyConnection = connectionOf(PolicyType, 'ServicePolicy', STAFF);

@Resolver()
export class ServiceSetupResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => QueueConnection)
  async serviceQueues(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return queueList.read(await context.work(), info, { ...checkPage(page), sort: 'CODE' });
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => CategoryConnection)
  async serviceCategories(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return categoryList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'PLACE',
      filter: { isActive: true },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => PolicyConnection)
  async servicePolicies(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return policyList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'CODE',
      filter: { isCurrent: true },
    });
  }
}
