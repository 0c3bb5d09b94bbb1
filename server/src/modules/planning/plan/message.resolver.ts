import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  ID,
  Info,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { MessageKindEnum, MessageStateEnum, type MessageKind, type MessageState } from '../planning.enums.types.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';
import { messageShape } from './action-message.shape.ts';
import { MessageConnection, MessageType } from './action-message.types.ts';
import { messageList } from './message.reads.ts';
import { planningMessages } from './messages.service.ts';

export enum MessageSort {
  URGENT = 'URGENT',
  NEWEST = 'NEWEST',
}
registerEnumType(MessageSort, { name: 'PlanningMessageSort' });
export const MessageEndEnum = { DONE: 'DONE', DISMISSED: 'DISMISSED' } as const;
registerEnumType(MessageEndEnum, { name: 'PlanningMessageEnd' });

@ArgsType()
class MessagesArgs extends PageArgs {
  @Field(() => MessageSort, { defaultValue: MessageSort.URGENT })
  sort!: MessageSort;
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => [MessageKindEnum], { nullable: true })
  kind?: MessageKind[] | null;
  @Field(() => MessageStateEnum, { nullable: true, defaultValue: 'OPEN' })
  state?: MessageState | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  scenarioId?: string | null;
}

@InputType()
class PlanningMessageHandleInput {
  @Field(() => ID)
  messageId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => MessageEndEnum)
  state!: keyof typeof MessageEndEnum;
  @Field(() => String, { defaultValue: '', description: 'Needed to dismiss.' })
  note!: string;
}

@For(STAFF)
@ObjectType()
class PlanningMessagePayload extends Payload {
  @Field(() => MessageType, { nullable: true })
  message!: MessageType | null;
}

@Resolver(() => MessageType)
export class MessageResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => MessageConnection, { description: 'What runs ask planners to do.' })
  async planningMessages(
    @Args(() => MessagesArgs) args: MessagesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return messageList.read(await context.work(), info, {
      ...checkPage(args),
      sort: args.sort,
      filter: {
        search: args.search?.trim() || null,
        kind: args.kind?.length ? args.kind : null,
        state: args.state,
        itemId: wantedKey(itemShape, args.itemId),
        isLive: args.scenarioId ? null : true,
        scenarioId: wantedKey(scenarioShape, args.scenarioId),
      },
    });
  }

  @For(STAFF)
  @Allow('planning.message.handle')
  @Mutation(() => PlanningMessagePayload)
  planningMessageHandle(
    @Arg('input', () => PlanningMessageHandleInput) input: PlanningMessageHandleInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlanningMessagePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        message: await planningMessages.settle(
          work,
          localId(messageShape, input.messageId, ['input', 'messageId']),
          input.expectedVersion,
          input,
        ),
      }),
      show: { message: messageShape },
    });
  }
}
