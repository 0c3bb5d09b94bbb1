import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { policyList } from './setup.reads.ts';
import { PolicyType } from './setup.types.ts';

const PolicyConnection = connectionOf(PolicyType, 'ServicePolicy', STAFF);

@Resolver()
export class ServiceSetupResolver {
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
