import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { PartySide } from '../contact/contact.types.ts';
import { contactShape } from '../contact/contact.shape.ts';
import { subjects } from '../subject/subjects.service.ts';
import { interactionLog } from './interaction-log.service.ts';
import { InteractionPayload, InteractionRecordInput } from './interaction.inputs.ts';
import { interactionList } from './interaction.reads.ts';
import { interactionShape } from './interaction.shape.ts';
import { InteractionChannelEnum, InteractionConnection, InteractionType } from './interaction.types.ts';

@ArgsType()
class InteractionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  organisationId?: string | null;
  @Field(() => [InteractionChannelEnum], { nullable: true })
  channel?: string[] | null;
}

@Resolver(() => InteractionType)
export class InteractionResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => InteractionConnection, { description: 'Newest first.' })
  async interactions(
    @Args(() => InteractionsArgs) { organisationId, channel, ...page }: InteractionsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return interactionList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { organisation: wantedKey(organisationShape, organisationId), channel },
    });
  }

  @For(STAFF)
  @Allow('interactions.interaction.record')
  @Mutation(() => InteractionPayload)
  interactionRecord(
    @Arg('input', () => InteractionRecordInput) input: InteractionRecordInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InteractionPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ interaction: await record(work, input) }),
      show: { interaction: interactionShape },
    });
  }
}

async function record(work: Work, { occurredAt, ...input }: InteractionRecordInput): Promise<string> {
  if (input.side === PartySide.STAFF) throw new NotFound({}, ['input', 'side']);
  return interactionLog.record(work, {
    ...input,
    organisationId: localId(organisationShape, input.organisationId, ['input', 'organisationId']),
    audience: input.side,
    contactId: input.contactId ? localId(contactShape, input.contactId, ['input', 'contactId']) : null,
    authorName: work.actor.name,
    visibility: 'INTERNAL',
    subject: input.subjectId ? await subjects.find(work, input.subjectId, ['input', 'subjectId']) : null,
    ...(occurredAt ? { occurredAt } : {}),
  });
}
