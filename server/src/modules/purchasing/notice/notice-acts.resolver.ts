import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { scheduleLineShape } from '../order/schedule-line.shape.ts';
import { noticeDrafts } from './notice-draft.service.ts';
import {
  NoticeArriveInput,
  ShipmentNoticeCancelInput,
  ShipmentNoticeChangeExpectedInput,
  ShipmentNoticeDispatchInput,
  ShipmentNoticePayload,
  ShipmentNoticeSaveInput,
  ShipmentNoticeSubmitInput,
} from './shipment-notice.inputs.ts';
import { shipmentNoticeShape } from './shipment-notice.shape.ts';
import { ShipmentNoticeType } from './shipment-notice.types.ts';
import { shipmentNotices } from './shipment-notices.service.ts';

const show = { notice: shipmentNoticeShape };
const key = (id: string): string => localId(shipmentNoticeShape, id, ['input', 'id']);

@Resolver(() => ShipmentNoticeType)
export class NoticeActsResolver {
  @For(['SUPPLIER'])
  @Allow('purchasing.notice.save')
  @Mutation(() => ShipmentNoticePayload)
  shipmentNoticeSave(
    @Arg('input', () => ShipmentNoticeSaveInput) input: ShipmentNoticeSaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentNoticePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        notice: await noticeDrafts.save(work, {
          ...input,
          id: input.id ? key(input.id) : null,
          lines: input.lines.map((line, index) => ({
            ...line,
            scheduleLineId: localId(scheduleLineShape, line.scheduleLineId, [
              'input',
              'lines',
              String(index),
              'scheduleLineId',
            ]),
          })),
        }),
      }),
      show,
    });
  }

  @For(['SUPPLIER'])
  @Allow('purchasing.notice.submit')
  @Mutation(() => ShipmentNoticePayload)
  shipmentNoticeSubmit(
    @Arg('input', () => ShipmentNoticeSubmitInput) input: ShipmentNoticeSubmitInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentNoticePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        notice: await shipmentNotices.submit(work, key(input.id), input.expectedVersion, input.shippedOn ?? null),
      }),
      show,
    });
  }

  @For(['SUPPLIER'])
  @Allow('purchasing.notice.dispatch')
  @Mutation(() => ShipmentNoticePayload)
  shipmentNoticeDispatch(
    @Arg('input', () => ShipmentNoticeDispatchInput) input: ShipmentNoticeDispatchInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentNoticePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        notice: await shipmentNotices.dispatch(work, key(input.id), input.expectedVersion, input),
      }),
      show,
    });
  }

  @For(['SUPPLIER'])
  @Allow('purchasing.notice.reschedule')
  @Mutation(() => ShipmentNoticePayload)
  shipmentNoticeChangeExpected(
    @Arg('input', () => ShipmentNoticeChangeExpectedInput) input: ShipmentNoticeChangeExpectedInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentNoticePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        notice: await shipmentNotices.changeExpected(
          work,
          key(input.id),
          input.expectedVersion,
          input.expectedOn,
          input.reason,
        ),
      }),
      show,
    });
  }

  @For(['SUPPLIER'])
  @Allow('purchasing.notice.cancel')
  @Mutation(() => ShipmentNoticePayload)
  shipmentNoticeCancel(
    @Arg('input', () => ShipmentNoticeCancelInput) input: ShipmentNoticeCancelInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentNoticePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        notice: await shipmentNotices.cancel(work, key(input.id), input.expectedVersion, input.reason),
      }),
      show,
    });
  }

  @For(STAFF)
  @Allow('purchasing.notice.arrive')
  @Mutation(() => ShipmentNoticePayload)
  noticeArrive(
    @Arg('input', () => NoticeArriveInput) input: NoticeArriveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentNoticePayload> {
    return act(context, info, {
      input,
      work: async (work) => ({
        notice: await shipmentNotices.arrive(work, key(input.id), input.expectedVersion),
      }),
      show,
    });
  }
}
