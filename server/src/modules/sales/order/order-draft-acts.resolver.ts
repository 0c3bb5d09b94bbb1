import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { customerOf, headOf, lineOf, linesOf, orderKey, showOrder } from './order-input.policy.ts';
import { salesOrderDrafts } from './order-drafts.service.ts';
import { orderPlacing } from './order-placing.service.ts';
import { orderReorder } from './order-reorder.service.ts';
import {
  OrderDraftChangeInput,
  OrderDraftCreateInput,
  OrderLineSetInput,
  OrderReasonInput,
  OrderReorderInput,
  OrderStepInput,
  SalesOrderPayload,
} from './sales-order.inputs.ts';
import { salesOrderLineShape } from './sales-order-line.shape.ts';
import { SalesOrderType } from './sales-order.types.ts';

const show = showOrder;

@Resolver(() => SalesOrderType)
export class OrderDraftActsResolver {
  @For(DEMAND_SIDE)
  @Allow('sales.order.draft')
  @Mutation(() => SalesOrderPayload)
  orderDraftCreate(
    @Arg('input', () => OrderDraftCreateInput) input: OrderDraftCreateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await salesOrderDrafts.create(work, {
          ...headOf(work, input),
          customerId: customerOf(work, input.customerId),
          siteId: input.siteId ? localId(siteShape, input.siteId, ['input', 'siteId']) : null,
          lines: linesOf(work, input.lines, 'lines'),
        }),
      }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.draft')
  @Mutation(() => SalesOrderPayload)
  orderDraftChange(
    @Arg('input', () => OrderDraftChangeInput) input: OrderDraftChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      work: async (work) => ({
        order: await salesOrderDrafts.changeHead(work, orderKey(input), input.expectedVersion, headOf(work, input)),
      }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.draft')
  @Mutation(() => SalesOrderPayload)
  orderLineSet(
    @Arg('input', () => OrderLineSetInput) input: OrderLineSetInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      work: async (work) => ({
        order: await salesOrderDrafts.setLine(work, orderKey(input), input.expectedVersion, {
          ...lineOf(work, input, ['input']),
          lineId: input.lineId ? localId(salesOrderLineShape, input.lineId, ['input', 'lineId']) : null,
        }),
      }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.draft')
  @Mutation(() => SalesOrderPayload, { description: 'Prices a draft as of today.' })
  orderReprice(
    @Arg('input', () => OrderStepInput) input: OrderStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ order: await salesOrderDrafts.reprice(work, orderKey(input), input.expectedVersion) }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.draft')
  @Mutation(() => SalesOrderPayload, { description: 'A draft with the lines of an earlier order that are still sold.' })
  orderReorder(
    @Arg('input', () => OrderReorderInput) input: OrderReorderInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ order: await orderReorder(work, orderKey(input)) }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.submit')
  @Mutation(() => SalesOrderPayload, { description: 'Places the order, once, whoever asks how often.' })
  orderSubmit(
    @Arg('input', () => OrderStepInput) input: OrderStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ order: await orderPlacing.submit(work, orderKey(input), input.expectedVersion) }),
      show,
    });
  }

  @For(['CUSTOMER'])
  @Allow('sales.order.approve')
  @Mutation(() => SalesOrderPayload, { description: 'The second person of the customer says yes.' })
  orderApprove(
    @Arg('input', () => OrderStepInput) input: OrderStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ order: await orderPlacing.approve(work, orderKey(input), input.expectedVersion) }),
      show,
    });
  }

  @For(['CUSTOMER'])
  @Allow('sales.order.approve')
  @Mutation(() => SalesOrderPayload, { description: 'The second person says no: it is a draft again.' })
  orderApprovalRefuse(
    @Arg('input', () => OrderReasonInput) input: OrderReasonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderPlacing.refuseApproval(work, orderKey(input), input.expectedVersion, input.reason),
      }),
      show,
    });
  }
}
