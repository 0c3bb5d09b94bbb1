import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, Query, registerEnumType, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { taskShape } from '../../../platform/tasks/task.shape.ts';
import {
  SafetyStockApplyInput,
  SafetyStockApplyPayload,
  SafetyStockRecomputeInput,
  SafetyStockRecomputePayload,
} from './safety-stock-proposal.inputs.ts';
import { safetyStockProposalList } from './safety-stock-proposal.reads.ts';
import { safetyStockProposalShape } from './safety-stock-proposal.shape.ts';
import { SafetyStockProposalConnection, SafetyStockProposalType } from './safety-stock-proposal.types.ts';
import { requestProposals } from './safety-stock.job.ts';
import { safetyStocks } from './safety-stocks.service.ts';

export enum SafetyStockSort {
  CHANGE = 'CHANGE',
  ITEM = 'ITEM',
}
registerEnumType(SafetyStockSort, { name: 'SafetyStockSort', description: 'CHANGE: the widest first.' });

@ArgsType()
class ProposalsArgs extends PageArgs {
  @Field(() => SafetyStockSort, { defaultValue: SafetyStockSort.CHANGE })
  sort!: SafetyStockSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Null: also those that hold already.' })
  isOpen?: boolean | null;
}

@Resolver(() => SafetyStockProposalType)
export class SafetyStockProposalResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => SafetyStockProposalConnection)
  async safetyStockProposals(
    @Args(() => ProposalsArgs) args: ProposalsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return safetyStockProposalList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: { search: args.search?.trim() || null, isOpen: args.isOpen },
    });
  }

  @For(STAFF)
  @Allow('planning.item.save')
  @Mutation(() => SafetyStockApplyPayload, { description: 'Plans with what is proposed from now on.' })
  safetyStockApply(
    @Arg('input', () => SafetyStockApplyInput) input: SafetyStockApplyInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SafetyStockApplyPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ proposals: await safetyStocks.apply(work, input.proposals.map(agreedTo)) }),
      show: { proposals: safetyStockProposalShape },
    });
  }

  @For(STAFF)
  @Allow('planning.item.save')
  @Mutation(() => SafetyStockRecomputePayload, { description: 'Learns from all that has happened; follow the task.' })
  safetyStockRecompute(
    @Arg('input', () => SafetyStockRecomputeInput) input: SafetyStockRecomputeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SafetyStockRecomputePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ task: await requestProposals(work) }),
      show: { task: taskShape },
    });
  }
}

const agreedTo = ({ proposalId, expectedVersion }: SafetyStockApplyInput['proposals'][number], index: number) => ({
  id: localId(safetyStockProposalShape, proposalId, ['input', 'proposals', String(index), 'proposalId']),
  expectedVersion,
});
