import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { TestApp } from '../../support/app.ts';
import {
  aConfirmedOrder,
  aKey,
  aShop,
  inStock,
  refusals,
  seen,
  step,
  type Shop,
} from '../../support/factories/sales.ts';
import { at, doneBy, SHIPMENT, type Seen } from '../../support/stories/selling.ts';

let app: TestApp;
let shop: Shop;

beforeAll(async () => {
  app = await TestApp.start();
  shop = await aShop(app, { listPrice: new Decimal('29.996667') }, { taxRate: new Decimal('0.13') });
});
afterAll(() => app.close());

const done = <T extends Seen>(actor: Shop['buyer'], act: string, type: string, shows: string, input: object) =>
  doneBy<T>(app, actor, act, type, shows, input);
const onHand = async (): Promise<string | undefined> =>
  (
    await app.owner.query<{ on_hand: string }>(
      `select coalesce(sum(on_hand), 0)::float::text as on_hand from inventory_stock_balance where item_id = $1 and status = 'UNRESTRICTED'`,
      [shop.item.id],
    )
  )[0]?.on_hand;

it('ships in parts: stock leaves once, at dispatch, and the axes follow from the lines', async () => {
  await inStock(app, shop, 10);
  const before = Number(await onHand());
  const order = await aConfirmedOrder(app, shop, 10);
  const part = (quantity: string) => ({ lines: [{ orderLineId: order.lines[0]?.id, quantity }] });
  const planned = await done(shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', SHIPMENT, part('4'));
  const packed = await done(shop.warehouse, 'shipmentPack', 'ShipmentPackInput', SHIPMENT, at(planned));
  expect(Number(await onHand())).toBe(before);
  const racing = await Promise.all(
    [1, 2, 3, 4].map(() =>
      refusals(app, shop.warehouse, 'shipmentDispatch', 'ShipmentDispatchInput', {
        idempotencyKey: aKey(),
        ...at(packed),
      }),
    ),
  );
  expect(racing.filter((codes) => codes.length === 0)).toHaveLength(1);
  expect(Number(await onHand())).toBe(before - 4);
  expect(await seen(app, shop.buyer, order)).toMatchObject({
    fulfilment: 'PARTLY_SHIPPED',
    lines: [{ shippedQuantity: { value: '4' }, allocatedQuantity: { value: '6' }, openQuantity: { value: '6' } }],
  });
  expect(
    await refusals(app, shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', { idempotencyKey: aKey(), ...part('7') }),
  ).toEqual(['MORE_THAN_ALLOCATED']);
});

it('a packed shipment that is taken apart gives its goods back to the line', async () => {
  await inStock(app, shop, 3);
  const order = await aConfirmedOrder(app, shop, 3);
  const planned = await done(shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', SHIPMENT, {
    lines: [{ orderLineId: order.lines[0]?.id }],
  });
  const packed = await done(shop.warehouse, 'shipmentPack', 'ShipmentPackInput', SHIPMENT, at(planned));
  expect((await seen(app, shop.seller, order)).lines[0]?.stage).toBe('PICKED');
  const fresh = await seen(app, shop.seller, order);
  expect(await refusals(app, shop.seller, 'orderCancel', 'OrderReasonInput', { ...step(fresh), reason: 'x' })).toEqual([
    'GOODS_UNDERWAY',
  ]);
  await done(shop.warehouse, 'shipmentCancel', 'ShipmentStepInput', SHIPMENT, at(packed));
  expect((await seen(app, shop.seller, order)).lines[0]).toMatchObject({
    stage: 'ALLOCATED',
    allocatedQuantity: { value: '3' },
  });
});

it('a shipment that comes back undelivered opens its lines again', async () => {
  await inStock(app, shop, 2);
  const order = await aConfirmedOrder(app, shop, 2);
  const lines = [{ orderLineId: order.lines[0]?.id }];
  const planned = await done(shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', SHIPMENT, { lines });
  const packed = await done(shop.warehouse, 'shipmentPack', 'ShipmentPackInput', SHIPMENT, at(planned));
  const sent = await done(shop.warehouse, 'shipmentDispatch', 'ShipmentDispatchInput', SHIPMENT, at(packed));
  const stuck = await done(shop.warehouse, 'shipmentTrack', 'ShipmentTrackInput', SHIPMENT, {
    ...at(sent),
    kind: 'EXCEPTION',
    note: 'Address unknown',
  });
  const back = await done<Seen & { events: { kind: string }[] }>(
    shop.warehouse,
    'shipmentBringBack',
    'ShipmentBringBackInput',
    SHIPMENT,
    {
      ...at(stuck),
      note: 'Undelivered',
    },
  );
  expect(back.events.map(({ kind }) => kind)).toEqual(['PLANNED', 'PACKED', 'DISPATCHED', 'EXCEPTION', 'RETURNED']);
  expect((await seen(app, shop.seller, order)).lines[0]).toMatchObject({
    openQuantity: { value: '2' },
    shippedQuantity: { value: '0' },
  });
});
