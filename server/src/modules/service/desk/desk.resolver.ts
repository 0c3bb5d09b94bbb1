import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { readMany } from '../../../platform/read/reader.ts';
import { setsBelow, setsOf } from '../../../platform/read/selection.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { contactShape } from '../../interactions/contact/contact.shape.ts';
import { PartySide } from '../../interactions/contact/contact.types.ts';
import { ServiceSetupPayload } from '../setup/setup.types.ts';
import { TicketPayload } from '../ticket/ticket.inputs.ts';
import { ticketShape } from '../ticket/ticket.shape.ts';
import { callers } from './caller.service.ts';
import { unfiledMailList } from './desk.reads.ts';
import { CallerMatch, MailFileInput, MailIgnoreInput, UnfiledMailConnection } from './desk.types.ts';
import { unfiledMails } from './unfiled-mails.service.ts';
import { unfiledMailShape } from './unfiled-mail.shape.ts';

type Found = { id: string };

@Resolver()
export class DeskResolver {
  @For(STAFF)
  @Query(() => [CallerMatch], { description: 'Who may be calling from this number, as the telephone shows it.' })
  async callers(@Arg('phone', () => String) phone: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const work = await context.work();
    const found = await callers.recognise(work, phone);
    const below = (field: string) => setsBelow(setsOf(info), [field], info);
    const people = await readMany<Found>(
      work,
      info,
      contactShape,
      found.flatMap(({ contactId }) => contactId ?? []),
      [...below('contact')],
    );
    const parties = await readMany<Found>(
      work,
      info,
      organisationShape,
      found.map(({ organisationId }) => organisationId),
      [...below('organisation')],
    );
    return found.map(({ contactId }, place) => ({
      organisation: parties[place] ?? null,
      contact: contactId ? (people[found.slice(0, place).filter((one) => one.contactId).length] ?? null) : null,
    }));
  }

  @For(STAFF)
  @HandsOn()
  @Query(() => UnfiledMailConnection, { description: 'Mail of unknown senders, newest first.' })
  async unfiledMails(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return unfiledMailList.read(await context.work(), info, { ...checkPage(page), sort: 'NEWEST' });
  }

  @For(STAFF)
  @Allow('service.mail.file')
  @Mutation(() => TicketPayload)
  mailFile(
    @Arg('input', () => MailFileInput) input: MailFileInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TicketPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        if (input.side === PartySide.STAFF) throw new NotFound({}, ['input', 'side']);
        const mail = localId(unfiledMailShape, input.mailId, ['input', 'mailId']);
        const party = localId(organisationShape, input.organisationId, ['input', 'organisationId']);
        return { ticket: await unfiledMails.file(work, mail, party, input.side) };
      },
      show: { ticket: ticketShape },
    });
  }

  @For(STAFF)
  @Allow('service.mail.file')
  @Mutation(() => ServiceSetupPayload)
  mailIgnore(
    @Arg('input', () => MailIgnoreInput) input: MailIgnoreInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceSetupPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        await unfiledMails.ignore(work, localId(unfiledMailShape, input.mailId, ['input', 'mailId']));
        return {};
      },
    });
  }
}
