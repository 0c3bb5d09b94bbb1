import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { calendarShape } from '../../catalog/calendar/calendar.shape.ts';
import { personShape } from '../../identity/person/person.shape.ts';
import { queueShape } from './queue.shape.ts';
import { serviceSetup } from './service-setup.service.ts';
import { cannedReplyShape, policyShape } from './setup.shape.ts';
import {
  AgentSaveInput,
  CannedReplyPayload,
  CannedReplySaveInput,
  ServicePolicyPayload,
  ServicePolicySaveInput,
  ServiceSetupPayload,
  TicketStatusSaveInput,
} from './setup.types.ts';

@Resolver()
export class ServiceSetupActsResolver {
  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServicePolicyPayload)
  servicePolicySave(
    @Arg('input', () => ServicePolicySaveInput) input: ServicePolicySaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServicePolicyPayload> {
    const calendarId = input.calendarId ? localId(calendarShape, input.calendarId, ['input', 'calendarId']) : null;
    return act(context, info, {
      input,
      work: async (work) => ({ policy: await serviceSetup.savePolicy(work, { ...input, calendarId }) }),
      show: { policy: policyShape },
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
      work: async (work) => {
        const id = input.id ? localId(cannedReplyShape, input.id, ['input', 'id']) : null;
        return { reply: await serviceSetup.saveReply(work, { ...input, id }) };
      },
      show: { reply: cannedReplyShape },
    });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceSetupPayload)
  ticketStatusSave(
    @Arg('input', () => TicketStatusSaveInput) input: TicketStatusSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceSetupPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        await serviceSetup.saveStatus(work, input);
        return {};
      },
    });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceSetupPayload)
  agentSave(
    @Arg('input', () => AgentSaveInput) input: AgentSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceSetupPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        await serviceSetup.saveAgent(work, {
          ...input,
          personId: localId(personShape, input.personId, ['input', 'personId']),
          queueIds: input.queueIds.map((id) => localId(queueShape, id, ['input', 'queueIds'])),
        });
        return {};
      },
    });
  }
}
