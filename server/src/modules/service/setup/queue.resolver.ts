import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { agentShape } from './agent.shape.ts';
import { queueShape } from './queue.shape.ts';
import { QueueType, ServiceOrderInput, ServiceQueuePayload, ServiceQueueSaveInput } from './queue.types.ts';
import { queues } from './queues.service.ts';
import { queueList } from './setup.reads.ts';
import { putInOrder } from './setup-rows.service.ts';
import { ServiceSetupPayload } from './setup.types.ts';

const QueueConnection = connectionOf(QueueType, 'ServiceQueue', STAFF);

@ArgsType()
class QueuesArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Those in use, or those out of use; all of them when null.' })
  isActive?: boolean | null;
}

@Resolver()
export class QueueResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => QueueConnection)
  async serviceQueues(
    @Args(() => QueuesArgs) { isActive, ...page }: QueuesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return queueList.read(await context.work(), info, { ...checkPage(page), sort: 'PLACE', filter: { isActive } });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceQueuePayload)
  serviceQueueSave(
    @Arg('input', () => ServiceQueueSaveInput) input: ServiceQueueSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceQueuePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        queue: await queues.save(work, {
          ...input,
          id: input.id ? localId(queueShape, input.id, ['input', 'id']) : null,
          expectedVersion: input.expectedVersion ?? null,
          agentIds: input.agentIds?.map((id) => localId(agentShape, id, ['input', 'agentIds'])) ?? null,
        }),
      }),
      show: { queue: queueShape },
    });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceSetupPayload)
  serviceQueueOrder(
    @Arg('input', () => ServiceOrderInput) input: ServiceOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceSetupPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        const ids = input.ids.map((id) => localId(queueShape, id, ['input', 'ids']));
        await putInOrder(work, 'service_queue', 'id', ids);
        return {};
      },
    });
  }
}
