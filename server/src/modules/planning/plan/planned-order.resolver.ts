import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { checkPage, PageArgs } from '../../../platform/graphql/connection.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { HandsOn } from '../../../platform/graphql/direct.ts';
import { badInput } from '../../../platform/graphql/errors.ts';
import { localId, wantedKey } from '../../../platform/graphql/local-id.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import {
  PlannedOrderKindEnum,
  PlannedOrderStateEnum,
  type PlannedOrderKind,
  type PlannedOrderState,
} from '../planning.enums.types.ts';
import { scenarioShape } from '../scenario/scenario.shape.ts';
import { orderRelease } from './order-release.service.ts';
import {
  PlannedOrderFirmInput,
  PlannedOrderPayload,
  PlannedOrderReleaseInput,
  PlannedOrdersPayload,
} from './planned-order.inputs.ts';
import { plannedOrderList } from './planned-order.reads.ts';
import { plannedOrderShape } from './planned-order.shape.ts';
import { PlannedOrderConnection, PlannedOrderType } from './planned-order.types.ts';
import { plannedOrders } from './planned-orders.service.ts';

const MOST_AT_ONCE = 100;

@ArgsType()
class PlannedOrdersArgs extends PageArgs {
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this scenario; else of the plan that holds.' })
  scenarioId?: string | null;
  @Field(() => ID, { nullable: true })
  itemId?: string | null;
  @Field(() => ID, { nullable: true })
  siteId?: string | null;
  @Field(() => [PlannedOrderKindEnum], { nullable: true })
  kind?: PlannedOrderKind[] | null;
  @Field(() => PlannedOrderStateEnum, { nullable: true, defaultValue: 'OPEN' })
  state?: PlannedOrderState | null;
  @Field(() => DateScalar, { nullable: true, description: 'To be released by then.' })
  releaseBy?: string | null;
}

@Resolver(() => PlannedOrderType)
export class PlannedOrderResolver {
  @For(STAFF)
  @HandsOn()
  @Query(() => PlannedOrderConnection, { description: 'What must be released first comes first.' })
  async plannedOrders(
    @Args(() => PlannedOrdersArgs) args: PlannedOrdersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return plannedOrderList.read(await context.work(), info, {
      ...checkPage(args),
      sort: 'RELEASE',
      filter: {
        search: args.search?.trim() || null,
        isLive: args.scenarioId ? null : true,
        scenarioId: wantedKey(scenarioShape, args.scenarioId),
        itemId: wantedKey(itemShape, args.itemId),
        siteId: wantedKey(siteShape, args.siteId),
        kind: args.kind?.length ? args.kind : null,
        state: args.state,
        releaseBy: args.releaseBy,
      },
    });
  }

  @For(STAFF)
  @Allow('planning.order.firm')
  @Mutation(() => PlannedOrderPayload)
  plannedOrderFirm(
    @Arg('input', () => PlannedOrderFirmInput) input: PlannedOrderFirmInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlannedOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        plannedOrder: await plannedOrders.firm(
          work,
          localId(plannedOrderShape, input.plannedOrderId, ['input', 'plannedOrderId']),
          input.expectedVersion,
          input,
        ),
      }),
      show: { plannedOrder: plannedOrderShape },
    });
  }

  @For(STAFF)
  @Allow('planning.order.release')
  @Mutation(() => PlannedOrdersPayload, {
    description: 'Turns planned orders into purchase orders, proposals and work orders: all of them, or none.',
  })
  plannedOrderRelease(
    @Arg('input', () => PlannedOrderReleaseInput) input: PlannedOrderReleaseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PlannedOrdersPayload> {
    const { plannedOrderIds } = input;
    if (plannedOrderIds.length === 0 || plannedOrderIds.length > MOST_AT_ONCE)
      throw badInput(`from 1 to ${MOST_AT_ONCE} planned orders`, ['input', 'plannedOrderIds']);
    const ids = plannedOrderIds.map((id) => localId(plannedOrderShape, id, ['input', 'plannedOrderIds']));
    return act(context, info, {
      input,
      work: async (work) => ({ plannedOrders: await orderRelease.release(work, ids) }),
      show: { plannedOrders: plannedOrderShape },
    });
  }
}
