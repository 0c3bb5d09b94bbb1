import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { calendarShape } from '../../catalog/calendar/calendar.shape.ts';
import { policies } from './policies.service.ts';
import { policyShape } from './setup.shape.ts';
import { ServicePolicyPayload, ServicePolicySaveInput } from './setup.types.ts';

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
      work: async (work) => ({ policy: await policies.save(work, { ...input, calendarId }) }),
      show: { policy: policyShape },
    });
  }
}
