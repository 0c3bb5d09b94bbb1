import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { agreementShape } from '../agreement/agreement.shape.ts';
import { RunIssueReasonEnum } from '../vmi.enums.types.ts';
import { wanted } from '../vmi.reads.ts';
import { replenishmentRuns } from './replenishment-run.service.ts';
import { ReplenishmentRunInput, RunPayload } from './run.inputs.ts';
import { runIssueList, runList } from './run.reads.ts';
import { runShape } from './run.shape.ts';
import { RunConnection, RunIssueConnection, RunType } from './run.types.ts';

@ArgsType()
class VmiRunIssuesArgs extends PageArgs {
  @Field(() => [RunIssueReasonEnum], { nullable: true })
  reason?: (keyof typeof RunIssueReasonEnum)[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: true,
    description: 'Null: those that have ended, too.',
  })
  isOpen?: boolean | null;
}

@Resolver(() => RunType)
export class RunResolver {
  @For(STAFF)
  @Allow('vmi.run.start')
  @Mutation(() => RunPayload, {
    description: 'Computes proposals for every active line at or below its reorder point.',
  })
  replenishmentRun(
    @Arg('input', () => ReplenishmentRunInput) input: ReplenishmentRunInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<RunPayload> {
    const { agreementId, supplierId } = input;
    return act(context, info, {
      input,
      work: async (work) => {
        const { runId, ...counts } = await replenishmentRuns.run(work, {
          agreementId: agreementId ? localId(agreementShape, agreementId, ['input', 'agreementId']) : null,
          supplierId: supplierId ? localId(organisationShape, supplierId, ['input', 'supplierId']) : null,
        });
        return { run: runId, ...counts };
      },
      show: { run: runShape },
    });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => RunConnection)
  async vmiRuns(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return runList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST' });
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => RunIssueConnection, { description: 'Why lines are left out of replenishment.' })
  async vmiRunIssues(
    @Args(() => VmiRunIssuesArgs) args: VmiRunIssuesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return runIssueList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'NEWEST',
      filter: {
        reason: args.reason?.length ? args.reason : null,
        supplierId: wanted(organisationShape, args.supplierId),
        isOpen: args.isOpen,
      },
    });
  }
}
