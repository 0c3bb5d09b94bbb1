import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, Info, Query, Resolver } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { outgoingMessageList } from './outgoing-message.reads.ts';
import { OutgoingMessageConnection, OutgoingMessageState, OutgoingMessageType } from './outgoing-message.types.ts';

@ArgsType()
class OutgoingMessagesArgs extends PageArgs {
  @Field(() => [OutgoingMessageState], { nullable: true })
  state?: OutgoingMessageState[] | null;
}

@Resolver(() => OutgoingMessageType)
export class OutgoingMessageResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => OutgoingMessageConnection, { description: 'Newest first.' })
  async outgoingMessages(
    @Args(() => OutgoingMessagesArgs) { state, ...page }: OutgoingMessagesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return outgoingMessageList.read(await context.work(), info, {
      ...checkPage(page),
      sort: 'NEWEST',
      filter: { state },
    });
  }
}
