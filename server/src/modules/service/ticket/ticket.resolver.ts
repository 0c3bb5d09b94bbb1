import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Int, Query, registerEnumType, Resolver } from 'type-graphql';
import { For, SIGNED_IN } from '../../../platform/graphql/audience.ts';
import type { Work } from '../../../platform/db/work.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localIdOrNull, wantedKey } from '../../../platform/graphql/local-id.ts';
import { fromGlobalId } from '../../../kernel/id.ts';
import { readMany, readOne } from '../../../platform/read/reader.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { PartySide } from '../../interactions/contact/contact.types.ts';
import { queueShape } from '../setup/queue.shape.ts';
import { rareWordOf } from './rare-word.service.ts';
import { wantedWords } from './search-words.calc.ts';
import { similarTickets } from './similar-tickets.service.ts';
import { ticketList } from './ticket.reads.ts';
import { ticketShape } from './ticket.shape.ts';
import { TicketCategoryEnum, TicketConnection, TicketPriorityEnum, TicketType } from './ticket.types.ts';

export enum TicketSort {
  DUE = 'DUE',
  NEWEST = 'NEWEST',
}
registerEnumType(TicketSort, { name: 'TicketSort' });

@ArgsType()
class TicketsArgs extends PageArgs {
  @Field(() => TicketSort, { defaultValue: TicketSort.NEWEST })
  sort!: TicketSort;
  @Field(() => Boolean, { nullable: true, description: 'True: only those that are open or waiting.' })
  isActive?: boolean | null;
  @Field(() => [TicketCategoryEnum], { nullable: true })
  category?: string[] | null;
  @Field(() => [String], { nullable: true })
  status?: string[] | null;
  @Field(() => [TicketPriorityEnum], { nullable: true })
  priority?: string[] | null;
  @Field(() => PartySide, { nullable: true })
  side?: PartySide | null;
  @Field(() => [ID], { nullable: true })
  queueIds?: string[] | null;
  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only those given to the reader.' })
  isMine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'True: only those that nobody has.' })
  isUnassigned?: boolean | null;
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
  @Field(() => Boolean, { nullable: true })
  isBreached?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'About this order, line, shipment, invoice or item.' })
  subjectId?: string | null;
  @Field(() => String, { nullable: true, description: 'Words that all of them have; Chinese is found by its signs.' })
  search?: string | null;
}

@Resolver(() => TicketType)
export class TicketResolver {
  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => TicketConnection)
  async tickets(@Args(() => TicketsArgs) args: TicketsArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const work = await context.work();
    return ticketList.read(work, info, {
      ...checkPage(args),
      sort: args.sort,
      filter: {
        isActive: args.isActive || null,
        category: args.category,
        status: args.status,
        priority: args.priority,
        side: args.side,
        isBreached: args.isBreached,
        isUnassigned: args.isUnassigned || null,
        ...keysOf(args, context.actor.personId),
        ...(args.search?.trim() ? await wordsFor(work, args.search) : {}),
      },
    });
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => TicketType, { nullable: true })
  async ticket(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    const key = localIdOrNull(ticketShape, id);
    return key && readOne(await context.work(), info, ticketShape, key);
  }

  @For(SIGNED_IN)
  @HandsOn()
  @Query(() => [TicketType], {
    description: 'Earlier tickets of the reader that are like this text; for the desk, of all.',
  })
  async similarTickets(
    @Arg('text', () => String) text: string,
    @Arg('first', () => Int, { defaultValue: 5 }) first: number,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (first < 1 || first > 20) throw badInput('first must be from 1 to 20', ['first']);
    const work = await context.work();
    return readMany(work, info, ticketShape, await similarTickets.find(work, text, first));
  }
}

/** The desk enters by a rare word; a party looks through its own tickets, and never for the words of our notes. */
async function wordsFor(work: Work, search: string): Promise<Record<string, unknown>> {
  const words = wantedWords(search);
  if (work.actor.audience !== 'STAFF') return { sharedWords: words };
  return { words, rareWord: await rareWordOf(work, words) };
}

/** One queue is read in the order of its index; several are picked out of what is due. */
function queuesOf({ queueIds }: TicketsArgs): Record<string, unknown> {
  const [first, ...others] = (queueIds ?? []).map((id) => wantedKey(queueShape, id));
  return others.length > 0 ? { queues: [first, ...others] } : { queue: first };
}

function keysOf(args: TicketsArgs, personId: string | null): Record<string, unknown> {
  return {
    ...queuesOf(args),
    assignee: args.isMine ? personId : wantedKey(personShape, args.assigneeId),
    organisation: wantedKey(organisationShape, args.organisationId),
    subject: args.subjectId ? (fromGlobalId(args.subjectId)?.id ?? NOTHING) : null,
  };
}

const NOTHING = '00000000-0000-0000-0000-000000000000';
