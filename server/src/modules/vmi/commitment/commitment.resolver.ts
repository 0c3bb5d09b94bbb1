import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { agreementShape } from '../agreement/agreement.shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';
import { CommitmentStateEnum } from '../vmi.enums.types.ts';
import { wanted } from '../vmi.reads.ts';
import { commitmentEndings } from './commitment-endings.service.ts';
import { CommitmentCancelAnswerInput, CommitmentCancelInput, CommitmentPayload } from './commitment.inputs.ts';
import { commitmentList } from './commitment.reads.ts';
import { commitmentShape } from './commitment.shape.ts';
import type { CommitmentState } from './commitment.state.ts';
import { CommitmentConnection, CommitmentType } from './commitment.types.ts';

@ArgsType()
class VmiCommitmentsArgs extends PageArgs {
  @Field(() => [CommitmentStateEnum], { nullable: true })
  state?: CommitmentState[] | null;
  @Field(() => ID, { nullable: true })
  supplierId?: string | null;
  @Field(() => ID, { nullable: true })
  agreementId?: string | null;
  @Field(() => ID, { nullable: true })
  lineId?: string | null;
}

const idOf = (input: { commitmentId: string }) =>
  localId(commitmentShape, input.commitmentId, ['input', 'commitmentId']);

@Resolver(() => CommitmentType)
export class CommitmentResolver {
  @For(SUPPLY_SIDE)
  @HandsOn()
  @Query(() => CommitmentConnection, { description: 'By day of delivery.' })
  async vmiCommitments(
    @Args(() => VmiCommitmentsArgs) args: VmiCommitmentsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return commitmentList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'DELIVERY',
      filter: {
        state: args.state?.length ? args.state : null,
        supplierId: wanted(organisationShape, args.supplierId),
        agreementId: wanted(agreementShape, args.agreementId),
        lineId: wanted(vmiLineShape, args.lineId),
      },
    });
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.commitment.cancel')
  @Mutation(() => CommitmentPayload, { description: 'Asks the other side to take a commitment back.' })
  commitmentCancel(
    @Arg('input', () => CommitmentCancelInput) input: CommitmentCancelInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CommitmentPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        commitment: await commitmentEndings.ask(work, idOf(input), input.expectedVersion, input.reason),
      }),
      show: { commitment: commitmentShape },
    });
  }

  @For(SUPPLY_SIDE)
  @Allow('vmi.commitment.agree')
  @Mutation(() => CommitmentPayload, { description: 'Answers a request to take a commitment back.' })
  commitmentCancelAnswer(
    @Arg('input', () => CommitmentCancelAnswerInput) input: CommitmentCancelAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CommitmentPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        commitment: await commitmentEndings.decide(work, idOf(input), input.expectedVersion, input.isAgreed),
      }),
      show: { commitment: commitmentShape },
    });
  }
}
