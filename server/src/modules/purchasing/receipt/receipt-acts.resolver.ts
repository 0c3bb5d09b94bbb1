import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import type { Shape } from '../../../platform/read/shape.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { locationShape, siteShape } from '../../catalog/site/site.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { noticeLineShape } from '../notice/notice-line.shape.ts';
import { shipmentNoticeShape } from '../notice/shipment-notice.shape.ts';
import { scheduleLineShape } from '../order/schedule-line.shape.ts';
import { inspections } from './inspections.service.ts';
import { putAway } from './put-away.service.ts';
import type { CountedLine } from './receipt-count.service.ts';
import { receiptLineShape } from './receipt-line.shape.ts';
import {
  ReceiptInspectInput,
  ReceiptPayload,
  ReceiptPostInput,
  ReceiptPutAwayInput,
  type ReceiptLineInput,
} from './receipt.inputs.ts';
import { receiptShape } from './receipt.shape.ts';
import { ReceiptType } from './receipt.types.ts';
import { receipts } from './receipts.service.ts';

const show = { receipt: receiptShape };
const key = (id: string): string => localId(receiptShape, id, ['input', 'id']);
const optional = (shape: Shape, id: string | null | undefined, path: readonly string[]): string | null =>
  id ? localId(shape, id, path) : null;

function countedLine(line: ReceiptLineInput, index: number): CountedLine {
  const path = (field: string): string[] => ['input', 'lines', String(index), field];
  return {
    ...line,
    received: line.receivedQuantity,
    accepted: line.acceptedQuantity,
    rejected: line.rejectedQuantity,
    quarantine: line.quarantineQuantity,
    noticeLineId: optional(noticeLineShape, line.noticeLineId, path('noticeLineId')),
    scheduleLineId: optional(scheduleLineShape, line.scheduleLineId, path('scheduleLineId')),
    itemId: optional(itemShape, line.itemId, path('itemId')),
  };
}

@Resolver(() => ReceiptType)
export class ReceiptActsResolver {
  @For(STAFF)
  @Allow('purchasing.receipt.post')
  @Mutation(() => ReceiptPayload, {
    description:
      'Books what came: accepted goods are in stock at once, goods in quarantine wait for inspection, rejected ones are blocked until they are returned.',
  })
  receiptPost(
    @Arg('input', () => ReceiptPostInput) input: ReceiptPostInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReceiptPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        receipt: await receipts.post(work, {
          ...input,
          noticeId: optional(shipmentNoticeShape, input.noticeId, ['input', 'noticeId']),
          supplierId: optional(organisationShape, input.supplierId, ['input', 'supplierId']),
          siteId: optional(siteShape, input.siteId, ['input', 'siteId']),
          toLocationId: optional(locationShape, input.toLocationId, ['input', 'toLocationId']),
          lines: input.lines.map(countedLine),
        }),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.receipt.inspect')
  @Mutation(() => ReceiptPayload)
  receiptInspect(
    @Arg('input', () => ReceiptInspectInput) input: ReceiptInspectInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReceiptPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        receipt: await inspections.inspect(
          work,
          key(input.id),
          input.expectedVersion,
          input.lines.map(({ receiptLineId, acceptedQuantity, rejectedQuantity, reason }, index) => ({
            receiptLineId: localId(receiptLineShape, receiptLineId, ['input', 'lines', String(index), 'receiptLineId']),
            accepted: acceptedQuantity ?? new Decimal(0),
            rejected: rejectedQuantity ?? new Decimal(0),
            reason,
          })),
        ),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.receipt.put_away')
  @Mutation(() => ReceiptPayload)
  receiptPutAway(
    @Arg('input', () => ReceiptPutAwayInput) input: ReceiptPutAwayInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReceiptPayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        receipt: await putAway(
          work,
          key(input.id),
          input.expectedVersion,
          optional(locationShape, input.toLocationId, ['input', 'toLocationId']),
        ),
      }),
      show,
    });
  }
}
