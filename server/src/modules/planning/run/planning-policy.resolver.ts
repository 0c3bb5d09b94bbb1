import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { list } from '../../../platform/read/list.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { planningPolicyShape } from './planning-policy.shape.ts';
import {
  PlanningPolicyConnection,
  PlanningPolicyPayload,
  PlanningPolicySaveInput,
  PlanningPolicyType,
} from './planning-policy.types.ts';
import { policyActs } from './policy-acts.service.ts';

/** The company's first, then those of sites. */
const policyList = list(planningPolicyShape, {
  sorts: {
    SITE: {
      by: (row) => `coalesce((select s.code from catalog_site s where s.id = ${row}.site_id), '')`,
      type: 'text',
      direction: 'asc',
    },
  },
});

@Resolver(() => PlanningPolicyType)
export class PlanningPolicyResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => PlanningPolicyConnection)
  async planningPolicies(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return policyList.read(await context.work(), info, { ...checkPage(page), sort: 'SITE' });
  }

  @For(STAFF)
  @Allow('planning.item.save')
  @Mutation(() => PlanningPolicyPayload, { description: 'The next run plans everything anew.' })
  planningPolicySave(
    @Arg('input', () => PlanningPolicySaveInput) input: PlanningPolicySaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningPolicyPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        policy: await policyActs.save(work, {
          ...input,
          siteId: input.siteId ? localId(siteShape, input.siteId, ['input', 'siteId']) : null,
        }),
      }),
      show: { policy: planningPolicyShape },
    });
  }
}
