import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { agentShape } from './agent.shape.ts';
import { AgentSaveInput, AgentType, ServiceAgentPayload } from './agent.types.ts';
import { agents } from './agents.service.ts';
import { queueShape } from './queue.shape.ts';
import { agentList } from './setup.reads.ts';

const AgentConnection = connectionOf(AgentType, 'ServiceAgent', STAFF);

@Resolver()
export class AgentResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => AgentConnection)
  async serviceAgents(@Args(() => PageArgs) page: PageArgs, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return agentList.read(await context.work(), info, { ...checkPage(page), sort: 'NAME' });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceAgentPayload)
  agentSave(
    @Arg('input', () => AgentSaveInput) input: AgentSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceAgentPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        agent: await agents.save(work, {
          ...input,
          expectedVersion: input.expectedVersion ?? null,
          personId: localId(personShape, input.personId, ['input', 'personId']),
          queueIds: input.queueIds.map((id) => localId(queueShape, id, ['input', 'queueIds'])),
        }),
      }),
      show: { agent: agentShape },
    });
  }
}
