import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { orderChanges } from './order-change.service.ts';
import { orderDrafts } from './order-draft.service.ts';
import type { OrderLineDraft } from './order-lines.service.ts';
import {
  PurchaseOrderChangeInput,
  PurchaseOrderDraftInput,
  PurchaseOrderEndInput,
  PurchaseOrderIssueInput,
  PurchaseOrderPayload,
  type PurchaseOrderLineInput,
} from './purchase-order.inputs.ts';
import { purchaseOrderShape } from './purchase-order.shape.ts';
import { PurchaseOrderType } from './purchase-order.types.ts';
import { scheduleLineShape } from './schedule-line.shape.ts';

const show = { order: purchaseOrderShape };
const orderKey = ({ orderId }: { orderId: string }): string =>
  localId(purchaseOrderShape, orderId, ['input', 'orderId']);
const linesOf = (lines: readonly PurchaseOrderLineInput[], field: string): OrderLineDraft[] =>
  lines.map((line, index) => ({
    ...line,
    itemId: localId(itemShape, line.itemId, ['input', field, String(index), 'itemId']),
  }));

@Resolver(() => PurchaseOrderType)
export class OrderActsResolver {
  @For(STAFF)
  @Allow('purchasing.order.draft')
  @Mutation(() => PurchaseOrderPayload)
  purchaseOrderDraft(
    @Arg('input', () => PurchaseOrderDraftInput) input: PurchaseOrderDraftInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PurchaseOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderDrafts.save(work, {
          ...input,
          id: input.id ? localId(purchaseOrderShape, input.id, ['input', 'id']) : null,
          supplierId: localId(organisationShape, input.supplierId, ['input', 'supplierId']),
          siteId: localId(siteShape, input.siteId, ['input', 'siteId']),
          lines: linesOf(input.lines, 'lines'),
        }),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.order.issue')
  @Mutation(() => PurchaseOrderPayload)
  purchaseOrderIssue(
    @Arg('input', () => PurchaseOrderIssueInput) input: PurchaseOrderIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PurchaseOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderDrafts.issue(work, orderKey(input), input.expectedVersion),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.order.change')
  @Mutation(() => PurchaseOrderPayload, {
    description: 'Makes a new version, which the supplier answers anew.',
  })
  purchaseOrderChange(
    @Arg('input', () => PurchaseOrderChangeInput) input: PurchaseOrderChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PurchaseOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderChanges.change(work, {
          ...input,
          orderId: orderKey(input),
          schedules: input.schedules.map((change, index) => ({
            ...change,
            scheduleLineId: localId(scheduleLineShape, change.scheduleLineId, [
              'input',
              'schedules',
              String(index),
              'scheduleLineId',
            ]),
          })),
          addedLines: linesOf(input.addedLines, 'addedLines'),
        }),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.order.cancel')
  @Mutation(() => PurchaseOrderPayload)
  purchaseOrderCancel(
    @Arg('input', () => PurchaseOrderEndInput) input: PurchaseOrderEndInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PurchaseOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderChanges.cancel(work, orderKey(input), input.expectedVersion, input.reason),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.order.close')
  @Mutation(() => PurchaseOrderPayload, { description: 'Ends what is still open; what came stays.' })
  purchaseOrderClose(
    @Arg('input', () => PurchaseOrderEndInput) input: PurchaseOrderEndInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PurchaseOrderPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        order: await orderChanges.close(work, orderKey(input), input.expectedVersion, input.reason),
      }),
      show,
    });
  }
}
