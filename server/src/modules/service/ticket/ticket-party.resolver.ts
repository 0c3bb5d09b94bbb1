import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { contacts, type Side } from '../../interactions/contact/contacts.service.ts';
import { PARTIES } from '../../interactions/contact/preferences.types.ts';
import { subjects } from '../../interactions/subject/subjects.service.ts';
import { categoryShape } from '../setup/category.shape.ts';
import { ticketConversation } from './ticket-conversation.service.ts';
import { ticketOpening } from './ticket-opening.service.ts';
import { ticketRating } from './ticket-rating.service.ts';
import { TicketOpenInput, TicketPayload, TicketRateInput, TicketTextInput } from './ticket.inputs.ts';
import { ticketShape } from './ticket.shape.ts';
import { TicketType } from './ticket.types.ts';

const TICKET = ['input', 'ticketId'];

/** What suppliers and customers do with their own tickets. */
@Resolver(() => TicketType)
export class TicketPartyResolver {
  @For(PARTIES)
  @Allow('service.ticket.open')
  @Mutation(() => TicketPayload)
  ticketOpen(
    @Arg('input', () => TicketOpenInput) input: TicketOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ ticket: await open(work, input) }),
      show: { ticket: ticketShape },
    });
  }

  @For(PARTIES)
  @Allow('service.ticket.write')
  @Mutation(() => TicketPayload, {
    description: 'Writes to the desk; what waited for it, or was solved, is open again.',
  })
  ticketWrite(
    @Arg('input', () => TicketTextInput) input: TicketTextInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketConversation.write(
          work,
          localId(ticketShape, input.ticketId, TICKET),
          input.body,
          input.fileIds,
        ),
      }),
      show: { ticket: ticketShape },
    });
  }

  @For(PARTIES)
  @Allow('service.ticket.rate')
  @Mutation(() => TicketPayload, { description: 'Judges a solution, once.' })
  ticketRate(
    @Arg('input', () => TicketRateInput) input: TicketRateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        ticket: await ticketRating.rate(work, localId(ticketShape, input.ticketId, TICKET), input.score, input.comment),
      }),
      show: { ticket: ticketShape },
    });
  }
}

async function open(work: Work, input: TicketOpenInput): Promise<string> {
  const { personId, organisationId, audience, name } = work.actor;
  if (!personId || !organisationId) throw new Error('Only people of a party open tickets here');
  const side = audience as Exclude<Side, 'STAFF'>;
  const ticket = await ticketOpening.open(work, {
    organisationId,
    audience: side,
    contactId: await contacts.ofPerson(work, personId, organisationId, side),
    openedByName: name,
    subject: input.subject,
    body: input.body,
    fileIds: input.fileIds,
    channel: 'WEB',
    categoryId: input.categoryId ? localId(categoryShape, input.categoryId, ['input', 'categoryId']) : null,
    about: await inOrder(input.aboutIds, (id) => subjects.find(work, id, ['input', 'aboutIds'])),
  });
  return ticket.id;
}
