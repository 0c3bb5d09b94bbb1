import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { interactionShape } from '../../interactions/interaction/interaction.shape.ts';
import { subjects } from '../../interactions/subject/subjects.service.ts';
import { ticketDesk } from './ticket-desk.service.ts';
import { ticketMerging } from './ticket-merging.service.ts';
import {
  TicketLinkInput,
  TicketMergeInput,
  TicketPayload,
  TicketSplitInput,
  TicketUnmergeInput,
} from './ticket.inputs.ts';
import { ticketShape } from './ticket.shape.ts';
import { TicketType } from './ticket.types.ts';

const ticketId = (input: { ticketId: string }): string => localId(ticketShape, input.ticketId, ['input', 'ticketId']);

/** How the desk joins tickets, takes them apart, and ties them to what they are about. */
@Resolver(() => TicketType)
export class TicketJoiningResolver {
  @For(STAFF)
  @Allow('service.ticket.merge')
  @Mutation(() => TicketPayload, { description: 'It goes on in another ticket of the same party; answers that one.' })
  ticketMerge(
    @Arg('input', () => TicketMergeInput) input: TicketMergeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketMerging.merge(
          work,
          ticketId(input),
          localId(ticketShape, input.intoId, ['input', 'intoId']),
        ),
      }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.unmerge')
  @Mutation(() => TicketPayload, { description: 'It stands on its own again, as it stood.' })
  ticketUnmerge(
    @Arg('input', () => TicketUnmergeInput) input: TicketUnmergeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await ticketMerging.unmerge(work, ticketId(input)) }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.split')
  @Mutation(() => TicketPayload, { description: 'Some messages become a ticket of their own; answers that one.' })
  ticketSplit(
    @Arg('input', () => TicketSplitInput) input: TicketSplitInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await split(work, input) }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.link')
  @Mutation(() => TicketPayload, { description: 'Says what it is about.' })
  ticketLink(
    @Arg('input', () => TicketLinkInput) input: TicketLinkInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketDesk.link(
          work,
          ticketId(input),
          await subjects.find(work, input.subjectId, ['input', 'subjectId']),
        ),
      }),
      show: { ticket: ticketShape },
    });
  }
}

const split = (work: Work, { messageIds, subject, ...input }: TicketSplitInput): Promise<string> =>
  ticketMerging.split(
    work,
    ticketId(input),
    messageIds.map((id) => localId(interactionShape, id, ['input', 'messageIds'])),
    subject,
  );
