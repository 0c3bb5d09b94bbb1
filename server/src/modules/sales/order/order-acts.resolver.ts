import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { orderChanging } from './order-changing.service.ts';
import { allocateOrder } from './order-allocating.service.ts';
import { orderCancelling } from './order-cancelling.service.ts';
import { orderConfirming } from './order-confirming.service.ts';
import { linesOf, orderKey, showOrder } from './order-input.policy.ts';
import { linePromises } from './line-promises.service.ts';
import {
  OrderChangeInput,
  OrderLineCancelInput,
  OrderLinePromiseInput,
  OrderReasonInput,
  OrderStepInput,
  SalesOrderPayload,
} from './sales-order.inputs.ts';
import { salesOrderLineShape } from './sales-order-line.shape.ts';
import { SalesOrderType } from './sales-order.types.ts';

const show = showOrder;
const lineKey = (id: string, path: readonly string[]): string => localId(salesOrderLineShape, id, path);

@Resolver(() => SalesOrderType)
export class OrderActsResolver {
  @For(STAFF)
  @Allow('sales.order.confirm')
  @Mutation(() => SalesOrderPayload, { description: 'Takes the order: promises its lines and sets stock aside.' })
  orderConfirm(
    @Arg('input', () => OrderStepInput) input: OrderStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ order: await orderConfirming.confirm(work, orderKey(input), input.expectedVersion) }),
      show,
    });
  }

  @For(STAFF)
  @Allow('sales.order.hold')
  @Mutation(() => SalesOrderPayload)
  orderHold(
    @Arg('input', () => OrderReasonInput) input: OrderReasonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderConfirming.hold(work, orderKey(input), input.expectedVersion, input.reason),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('sales.order.release')
  @Mutation(() => SalesOrderPayload, { description: 'Lets a held order go on; a credit hold only by finance.' })
  orderRelease(
    @Arg('input', () => OrderStepInput) input: OrderStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ order: await orderConfirming.release(work, orderKey(input), input.expectedVersion) }),
      show,
    });
  }

  @For(STAFF)
  @Allow('sales.order.close')
  @Mutation(() => SalesOrderPayload, { description: 'Ends what is open; what was sent stays.' })
  orderClose(
    @Arg('input', () => OrderReasonInput) input: OrderReasonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderConfirming.close(work, orderKey(input), input.expectedVersion, input.reason),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('sales.order.allocate')
  @Mutation(() => SalesOrderPayload, { description: 'Sets aside whatever is free for it, however late it is due.' })
  orderAllocate(
    @Arg('input', () => OrderStepInput) input: OrderStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({ order: await allocateOrder(work, orderKey(input), input.expectedVersion) }),
      show,
    });
  }

  @For(STAFF)
  @Allow('sales.order.promise')
  @Mutation(() => SalesOrderPayload, { description: 'Promises a day for one line.' })
  orderLinePromise(
    @Arg('input', () => OrderLinePromiseInput) input: OrderLinePromiseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await linePromises.promise(
          work,
          lineKey(input.lineId, ['input', 'lineId']),
          input.promisedOn,
          input.note,
        ),
      }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.change')
  @Mutation(() => SalesOrderPayload, { description: 'Changes a placed order: a customer until the cut-off.' })
  orderChange(
    @Arg('input', () => OrderChangeInput) input: OrderChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderChanging.change(work, {
          ...input,
          orderId: orderKey(input),
          lines: input.lines.map((line, index) => ({
            ...line,
            lineId: lineKey(line.lineId, ['input', 'lines', String(index), 'lineId']),
          })),
          addedLines: linesOf(work, input.addedLines, 'addedLines'),
        }),
      }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.cancel')
  @Mutation(() => SalesOrderPayload, { description: 'A customer until the cut-off, the staff what was not sent.' })
  orderCancel(
    @Arg('input', () => OrderReasonInput) input: OrderReasonInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderCancelling.cancel(work, orderKey(input), input.expectedVersion, input.reason),
      }),
      show,
    });
  }

  @For(DEMAND_SIDE)
  @Allow('sales.order.cancel')
  @Mutation(() => SalesOrderPayload)
  orderLineCancel(
    @Arg('input', () => OrderLineCancelInput) input: OrderLineCancelInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SalesOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderCancelling.cancelLine(
          work,
          { ...input, orderId: orderKey(input), lineId: lineKey(input.lineId, ['input', 'lineId']) },
          input.quantity ?? null,
          input.reason,
        ),
      }),
      show,
    });
  }
}
