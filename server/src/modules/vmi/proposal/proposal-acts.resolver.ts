import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { toGlobalId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF, type Reader } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { asRefusal, toUserError, type UserErrorRow } from '../../../platform/graphql/errors.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { vmiLineShape } from '../line/vmi-line.shape.ts';
import { proposalAnswers } from './proposal-answers.service.ts';
import {
  ProposalAnswerInput,
  ProposalPayload,
  ProposalReleaseInput,
  ProposalReleasePayload,
  ProposalResultType,
  ProposalReviewInput,
  ProposalsAnswerInput,
  ProposalsPayload,
  SupplyProposeInput,
} from './proposal.inputs.ts';
import { proposalReviews } from './proposal-reviews.service.ts';
import { proposalShape } from './proposal.shape.ts';
import { supplyProposals } from './supply-proposals.service.ts';

const SUPPLIER: readonly Reader[] = ['SUPPLIER'];
const idOf = (id: string, path: readonly string[] = ['input', 'proposalId']) => localId(proposalShape, id, path);

function answered(
  context: Context,
  info: GraphQLResolveInfo,
  input: object,
  work: (work: Work) => Promise<string>,
): Promise<ProposalPayload> {
  return act(context, info, {
    input,
    work: async (transaction) => ({ proposal: await work(transaction) }),
    show: { proposal: proposalShape },
  });
}

@Resolver(() => ProposalsPayload)
export class ProposalActsResolver {
  @For(SUPPLIER)
  @Allow('vmi.proposal.answer')
  @Mutation(() => ProposalPayload)
  proposalAnswer(
    @Arg('input', () => ProposalAnswerInput) input: ProposalAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProposalPayload> {
    const { substituteItemId } = input;
    return answered(context, info, input, async (work) =>
      proposalAnswers.answer(work, {
        proposalId: idOf(input.proposalId),
        expectedVersion: input.expectedVersion,
        decision: input.decision,
        quantity: input.quantity ?? null,
        deliverOn: input.deliverOn ?? null,
        split: input.split ?? null,
        substituteItemId: substituteItemId ? localId(itemShape, substituteItemId, ['input', 'substituteItemId']) : null,
        reason: input.reason ?? '',
      }),
    );
  }

  @For(SUPPLIER)
  @Allow('vmi.proposal.answer')
  @Mutation(() => ProposalsPayload)
  proposalsAnswer(
    @Arg('input', () => ProposalsAnswerInput) input: ProposalsAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProposalsPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const asked = input.proposals.map(({ proposalId, expectedVersion }, index) => ({
          proposalId: idOf(proposalId, ['input', 'proposals', String(index), 'proposalId']),
          expectedVersion,
        }));
        const { accepted, refused } = await proposalAnswers.acceptAll(work, asked);
        const results = asked.map(({ proposalId }): ProposalResultType => {
          const error = refused.get(proposalId);
          return {
            proposalId: toGlobalId('vpr', proposalId),
            error: error ? refusalOf(error, context) : null,
          };
        });
        return { proposals: accepted, results: results.map((result) => JSON.stringify(result)) };
      },
      show: { proposals: proposalShape },
    });
  }

  @FieldResolver(() => [ProposalResultType])
  results(@Root() payload: { results?: string[] }): ProposalResultType[] {
    return (payload.results ?? []).map((result) => JSON.parse(result) as ProposalResultType);
  }

  @For(STAFF)
  @Allow('vmi.proposal.review')
  @Mutation(() => ProposalPayload, { description: "Decides on a supplier's counter-proposal." })
  proposalReview(
    @Arg('input', () => ProposalReviewInput) input: ProposalReviewInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProposalPayload> {
    return answered(context, info, input, async (work) =>
      proposalReviews.review(work, idOf(input.proposalId), input.expectedVersion, input.decision, input.reason),
    );
  }

  @For(STAFF)
  @Allow('vmi.proposal.release')
  @Mutation(() => ProposalReleasePayload, { description: 'Shows computed proposals to their suppliers.' })
  proposalRelease(
    @Arg('input', () => ProposalReleaseInput) input: ProposalReleaseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProposalReleasePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        proposals: await proposalReviews.release(
          work,
          input.proposalIds.map((id) => idOf(id, ['input', 'proposalIds'])),
        ),
      }),
      show: { proposals: proposalShape },
    });
  }

  @For(SUPPLIER)
  @Allow('vmi.supply.propose')
  @Mutation(() => ProposalPayload, {
    description:
      'Promises deliveries that nobody asked for: up to the maximum it is accepted at once, above it waits for the buyer.',
  })
  supplyPropose(
    @Arg('input', () => SupplyProposeInput) input: SupplyProposeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ProposalPayload> {
    return answered(context, info, input, async (work) =>
      supplyProposals.propose(
        work,
        localId(vmiLineShape, input.lineId, ['input', 'lineId']),
        input.parts,
        input.reason,
      ),
    );
  }
}

/** An expected refusal as the reader sees it; a fault stops everything. */
function refusalOf(error: Error, { actor }: Context): UserErrorRow {
  const refusal = asRefusal(error);
  if (!refusal) throw error;
  return toUserError(refusal, actor.locale);
}
