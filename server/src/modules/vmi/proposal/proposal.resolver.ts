import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { withFigures } from '../../../kernel/figures.ts';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localIdOrNull } from '../../../platform/graphql/local-id.ts';
import { readOne } from '../../../platform/read/reader.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { agreementShape } from '../agreement/agreement.shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';
import { runShape } from '../run/run.shape.ts';
import { ProposalStateEnum } from '../vmi.enums.types.ts';
import { wanted } from '../vmi.reads.ts';
import { explain } from './explanation.calc.ts';
import { ExplanationLineType } from './explanation.types.ts';
import { proposalList } from './proposal.reads.ts';
import { proposalShape } from './proposal.shape.ts';
import type { ProposalState } from './proposal.state.ts';
import { ProposalConnection, ProposalType } from './proposal.types.ts';

export enum VmiProposalSort {
  NEWEST = 'NEWEST',
  ANSWER_DUE = 'ANSWER_DUE',
}
registerEnumType(VmiProposalSort, { name: 'VmiProposalSort' });

@ArgsType()
class VmiProposalsArgs extends PageArgs {
  @Field(() => VmiProposalSort, { defaultValue: VmiProposalSort.NEWEST })
  sort!: VmiProposalSort;
  @Field(() => [ProposalStateEnum], { nullable: true })
  state?: ProposalState[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  agreementId?: string | null;
  @Field(() => ID, { nullable: true })
  lineId?: string | null;
  @Field(() => ID, { nullable: true })
  runId?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of its number, or of the item.' })
  search?: string | null;
}

interface ExplainedRow {
  readonly $inputs: string;
  readonly $unit: string;
  readonly $quantity: string;
  readonly $deliverOn: string;
}

@Resolver(() => ProposalType)
export class ProposalResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ProposalConnection)
  async vmiProposals(
    @Args(() => VmiProposalsArgs) args: VmiProposalsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return proposalList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: {
        state: args.state?.length ? args.state : null,
        supplierId: wanted(organisationShape, args.supplierId),
        agreementId: wanted(agreementShape, args.agreementId),
        lineId: wanted(vmiLineShape, args.lineId),
        runId: wanted(runShape, args.runId),
        search: args.search?.trim() ? args.search.trim() : null,
      },
    });
  }

  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => ProposalType, { nullable: true })
  async vmiProposal(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(proposalShape, id);
    return key && readOne(await context.work(), info, proposalShape, key);
  }

  @FieldResolver(() => [ExplanationLineType])
  explanation(@Root() row: ExplainedRow, @Ctx() { actor }: Context): ExplanationLineType[] {
    const { $unit: unit, $quantity: quantity, $deliverOn: deliverOn } = row;
    const inputs = withFigures(row.$inputs) as Record<string, unknown>;
    return explain({ inputs, unit, quantity, deliverOn }, actor.locale, actor.audience === 'SUPPLIER');
  }
}
