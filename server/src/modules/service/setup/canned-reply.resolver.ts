import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { cannedReplyShape } from './canned-reply.shape.ts';
import { CannedReplyPayload, CannedReplySaveInput, CannedReplyType } from './canned-reply.types.ts';
import { cannedReplies } from './canned-replies.service.ts';
import { queueShape } from './queue.shape.ts';
import { cannedReplyList } from './setup.reads.ts';

const CannedReplyConnection = connectionOf(CannedReplyType, 'CannedReply', STAFF);

@ArgsType()
class CannedRepliesArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true })
  isActive?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Those that are offered in this queue.' })
  queueId?: string | null;
}

@Resolver()
export class CannedReplyResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => CannedReplyConnection)
  async cannedReplies(
    @Args(() => CannedRepliesArgs) args: CannedRepliesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return cannedReplyList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'CODE',
      filter: { isActive: args.isActive, queue: wantedKey(queueShape, args.queueId) },
    });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => CannedReplyPayload)
  cannedReplySave(
    @Arg('input', () => CannedReplySaveInput) input: CannedReplySaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CannedReplyPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        reply: await cannedReplies.save(work, {
          ...input,
          id: input.id ? localId(cannedReplyShape, input.id, ['input', 'id']) : null,
          queueId: input.queueId ? localId(queueShape, input.queueId, ['input', 'queueId']) : null,
          expectedVersion: input.expectedVersion ?? null,
        }),
      }),
      show: { reply: cannedReplyShape },
    });
  }
}
