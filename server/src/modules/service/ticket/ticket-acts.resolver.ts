import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { contactShape } from '../../interactions/contact/contact.shape.ts';
import { PartySide } from '../../interactions/contact/contact.types.ts';
import { subjects } from '../../interactions/subject/subjects.service.ts';
import { queueShape } from '../setup/queue.shape.ts';
import { categoryShape } from '../setup/category.shape.ts';
import { ticketConversation } from './ticket-conversation.service.ts';
import { ticketDesk } from './ticket-desk.service.ts';
import { ticketOpening } from './ticket-opening.service.ts';
import {
  TicketActInput,
  TicketAssignInput,
  TicketPayload,
  TicketPrioritiseInput,
  TicketReplyInput,
  TicketResolveInput,
  TicketSetStatusInput,
  TicketTakeInput,
  TicketTextInput,
} from './ticket.inputs.ts';
import { ticketShape } from './ticket.shape.ts';
import { TicketType } from './ticket.types.ts';

const ticketId = (input: { ticketId: string }): string => localId(ticketShape, input.ticketId, ['input', 'ticketId']);

/** What the desk does with tickets. */
@Resolver(() => TicketType)
export class TicketActsResolver {
  @For(STAFF)
  @Allow('service.ticket.take')
  @Mutation(() => TicketPayload)
  ticketTake(
    @Arg('input', () => TicketTakeInput) input: TicketTakeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await take(work, input) }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.reply')
  @Mutation(() => TicketPayload, { description: 'Answers the other side, also by mail.' })
  ticketReply(
    @Arg('input', () => TicketReplyInput) input: TicketReplyInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await ticketConversation.reply(work, ticketId(input), input) }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.note')
  @Mutation(() => TicketPayload, { description: 'Writes something down that only the desk reads.' })
  ticketNote(
    @Arg('input', () => TicketTextInput) input: TicketTextInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketConversation.note(work, ticketId(input), input.body, input.fileIds),
      }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.set_status')
  @Mutation(() => TicketPayload)
  ticketSetStatus(
    @Arg('input', () => TicketSetStatusInput) input: TicketSetStatusInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketDesk.setStatus(work, ticketId(input), input.expectedVersion, input.statusCode),
      }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.resolve')
  @Mutation(() => TicketPayload)
  ticketResolve(
    @Arg('input', () => TicketResolveInput) input: TicketResolveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketDesk.resolve(work, ticketId(input), input.expectedVersion, input.isSpam),
      }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.close')
  @Mutation(() => TicketPayload)
  ticketClose(
    @Arg('input', () => TicketActInput) input: TicketActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await ticketDesk.close(work, ticketId(input), input.expectedVersion) }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.reopen')
  @Mutation(() => TicketPayload)
  ticketReopen(
    @Arg('input', () => TicketActInput) input: TicketActInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await ticketDesk.reopen(work, ticketId(input), input.expectedVersion) }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.prioritise')
  @Mutation(() => TicketPayload)
  ticketPrioritise(
    @Arg('input', () => TicketPrioritiseInput) input: TicketPrioritiseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketDesk.prioritise(work, ticketId(input), input.expectedVersion, input.priority),
      }),
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.ticket.assign')
  @Mutation(() => TicketPayload)
  ticketAssign(
    @Arg('input', () => TicketAssignInput) input: TicketAssignInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await assign(work, input) }),
      show: { ticket: ticketShape },
    });
  }
}

async function take(work: Work, input: TicketTakeInput): Promise<string> {
  if (input.side === PartySide.STAFF) throw new NotFound({}, ['input', 'side']);
  const ticket = await ticketOpening.open(work, {
    ...input,
    organisationId: localId(organisationShape, input.organisationId, ['input', 'organisationId']),
    audience: input.side,
    contactId: input.contactId ? localId(contactShape, input.contactId, ['input', 'contactId']) : null,
    openedByName: work.actor.name,
    channel: input.isCall ? 'PHONE' : 'WEB',
    isInbound: input.isCall,
    categoryId: input.categoryId ? localId(categoryShape, input.categoryId, ['input', 'categoryId']) : null,
    about: await inOrder(input.aboutIds, (id) => subjects.find(work, id, ['input', 'aboutIds'])),
  });
  return ticket.id;
}

const assign = (work: Work, input: TicketAssignInput): Promise<string> =>
  ticketDesk.assign(work, ticketId(input), input.expectedVersion, {
    queueId: input.queueId ? localId(queueShape, input.queueId, ['input', 'queueId']) : null,
    personId: input.assigneeId ? localId(personShape, input.assigneeId, ['input', 'assigneeId']) : null,
  });
