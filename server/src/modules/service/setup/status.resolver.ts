import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { statusesOf } from './setup.reads.ts';
import { putInOrder } from './setup-rows.service.ts';
import { ServiceSetupPayload } from './setup.types.ts';
import { statusSetup } from './status-setup.service.ts';
import { TicketStatus, TicketStatusOrderInput, TicketStatusSaveInput } from './status.types.ts';

@Resolver()
export class StatusResolver {
  @For(STAFF)
  @Query(() => [TicketStatus], { description: 'Those that can be chosen, or all of them, in their order.' })
  async ticketStatuses(
    @Arg('isWhole', () => Boolean, { defaultValue: false }) isWhole: boolean,
    @Ctx() context: Context,
  ): Promise<TicketStatus[]> {
    return statusesOf(await context.work(), isWhole);
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
        await statusSetup.save(work, { ...input, expectedVersion: input.expectedVersion ?? null });
        return {};
      },
    });
  }

  @For(STAFF)
  @Allow('service.setup.change')
  @Mutation(() => ServiceSetupPayload)
  ticketStatusOrder(
    @Arg('input', () => TicketStatusOrderInput) input: TicketStatusOrderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ServiceSetupPayload> {
    return act(context, info, {
      input,
      work: async (work) => {
        await putInOrder(work, 'service_status', 'code', input.codes);
        return {};
      },
    });
  }
}
