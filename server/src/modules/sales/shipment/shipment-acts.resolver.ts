import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Work } from '../../../platform/db/work.ts';
import { act } from '../../../platform/graphql/act.ts';
import { Allow } from '../../../platform/graphql/allow.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import type { Context } from '../../../platform/graphql/context.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { salesOrderLineShape } from '../order/sales-order-line.shape.ts';
import {
  ShipmentBringBackInput,
  ShipmentDeliverInput,
  ShipmentDispatchInput,
  ShipmentPackInput,
  ShipmentPayload,
  ShipmentPlanInput,
  ShipmentStepInput,
  ShipmentTrackInput,
} from './shipment.inputs.ts';
import { shipmentPacking, type ShipmentDraft } from './shipment-packing.service.ts';
import { shipmentShape } from './shipment.shape.ts';
import { shipmentTravel } from './shipment-travel.service.ts';
import { ShipmentType } from './shipment.types.ts';

const keyOf = ({ shipmentId }: ShipmentStepInput): string =>
  localId(shipmentShape, shipmentId, ['input', 'shipmentId']);
const draftOf = ({ lines, carrier, tracking, plannedOn, expectedOn, note }: ShipmentPlanInput): ShipmentDraft =>
  ({
    ...{ carrier, tracking, plannedOn, expectedOn, note },
    lines: lines.map(({ orderLineId, quantity }, index) => ({
      lineId: localId(salesOrderLineShape, orderLineId, ['input', 'lines', String(index), 'orderLineId']),
      quantity: quantity ?? null,
    })),
  }) as ShipmentDraft;

const ship = (context: Context, info: GraphQLResolveInfo, input: object, work: (work: Work) => Promise<string>) =>
  act<ShipmentPayload>(context, info, {
    input,
    work: async (transaction) => ({ shipment: await work(transaction) }),
    show: { shipment: shipmentShape },
  });

@Resolver(() => ShipmentType)
export class ShipmentActsResolver {
  @For(STAFF)
  @Allow('sales.shipment.pack')
  @Mutation(() => ShipmentPayload, { description: 'Says what shall go together; nothing is taken yet.' })
  shipmentPlan(
    @Arg('input', () => ShipmentPlanInput) input: ShipmentPlanInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentPayload> {
    return ship(context, info, input, async (work) => (await shipmentPacking.plan(work, draftOf(input))).id);
  }

  @For(STAFF)
  @Allow('sales.shipment.pack')
  @Mutation(() => ShipmentPayload, { description: 'Takes the goods of a planned shipment from what is set aside.' })
  shipmentPack(
    @Arg('input', () => ShipmentPackInput) input: ShipmentPackInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentPayload> {
    return ship(context, info, input, (work) => shipmentPacking.pack(work, keyOf(input), input));
  }

  @For(STAFF)
  @Allow('sales.shipment.dispatch')
  @Mutation(() => ShipmentPayload, { description: 'The goods leave, and so does the stock: once.' })
  shipmentDispatch(
    @Arg('input', () => ShipmentDispatchInput) input: ShipmentDispatchInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentPayload> {
    const { carrier = null, tracking = null, expectedOn = null } = input;
    return ship(context, info, input, (work) =>
      shipmentTravel.dispatch(work, keyOf(input), input.expectedVersion, { carrier, tracking, expectedOn }),
    );
  }

  @For(STAFF)
  @Allow('sales.shipment.track')
  @Mutation(() => ShipmentPayload, { description: 'It moves, or something is wrong with it.' })
  shipmentTrack(
    @Arg('input', () => ShipmentTrackInput) input: ShipmentTrackInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentPayload> {
    const { kind, place, note, happenedAt = null, expectedOn = null } = input;
    return ship(context, info, input, (work) =>
      shipmentTravel.track(work, keyOf(input), input.expectedVersion, { kind, place, note, happenedAt, expectedOn }),
    );
  }

  @For(STAFF)
  @Allow('sales.shipment.deliver')
  @Mutation(() => ShipmentPayload, { description: 'The customer has it: with the proof.' })
  shipmentDeliver(
    @Arg('input', () => ShipmentDeliverInput) input: ShipmentDeliverInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentPayload> {
    const { receivedBy, note, deliveredAt = null } = input;
    return ship(context, info, input, (work) =>
      shipmentTravel.deliver(work, keyOf(input), input.expectedVersion, { receivedBy, note, deliveredAt }),
    );
  }

  @For(STAFF)
  @Allow('sales.shipment.bring_back')
  @Mutation(() => ShipmentPayload, { description: 'It came back undelivered; its lines are open again.' })
  shipmentBringBack(
    @Arg('input', () => ShipmentBringBackInput) input: ShipmentBringBackInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentPayload> {
    return ship(context, info, input, (work) =>
      shipmentTravel.bringBack(work, keyOf(input), input.expectedVersion, input.note),
    );
  }

  @For(STAFF)
  @Allow('sales.shipment.cancel')
  @Mutation(() => ShipmentPayload, { description: 'Takes it apart while it is still here.' })
  shipmentCancel(
    @Arg('input', () => ShipmentStepInput) input: ShipmentStepInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ShipmentPayload> {
    return ship(context, info, input, (work) => shipmentPacking.cancel(work, keyOf(input), input.expectedVersion));
  }
}
