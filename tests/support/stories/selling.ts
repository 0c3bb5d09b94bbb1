import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { TestApp } from '../app.ts';
import { aConfirmedOrder, aKey, inStock, seen, type OrderSeen, type Shop } from '../factories/sales.ts';

export interface Seen {
  id: string;
  number: string | null;
  state: string;
  version: number;
  [name: string]: unknown;
}

/** Does an act and gives what its payload shows. */
export async function doneBy<T extends Seen>(
  app: TestApp,
  actor: Actor,
  act: string,
  type: string,
  shows: string,
  input: object,
): Promise<T> {
  const answer = await app.ask<Record<string, Record<string, T>>>(
    actor,
    `mutation($input: ${type}!) { ${act}(input: $input) { ${shows} userErrors { code message } } }`,
    { input: { idempotencyKey: aKey(), ...input } },
  );
  const [name = ''] = shows.split(' ');
  return answer[act]?.[name] as T;
}
export const SHIPMENT = 'shipment { id number state version events { kind } }';
export const RETURN = 'return { id number state version resolution lines { id } }';
export const INVOICE =
  'invoice { id number state version gross { amount } net { amount } tax { amount } open { amount } dueOn lines { id netAmount { amount } } }';

export const at = ({ id, version }: Seen) => ({ shipmentId: id, expectedVersion: version });

/** An order of the shop's customer that went all the way to its door. */
export async function aDeliveredOrder(app: TestApp, shop: Shop, quantity: number): Promise<OrderSeen> {
  await inStock(app, shop, quantity);
  return delivered(app, shop, await aConfirmedOrder(app, shop, quantity));
}

/** Takes what is set aside for the first line of a confirmed order to the customer's door. */
export async function delivered(app: TestApp, shop: Shop, order: OrderSeen): Promise<OrderSeen> {
  const lines = [{ orderLineId: order.lines[0]?.id }];
  const planned = await doneBy(app, shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', SHIPMENT, { lines });
  const packed = await doneBy(app, shop.warehouse, 'shipmentPack', 'ShipmentPackInput', SHIPMENT, at(planned));
  const sent = await doneBy(app, shop.warehouse, 'shipmentDispatch', 'ShipmentDispatchInput', SHIPMENT, at(packed));
  await doneBy(app, shop.warehouse, 'shipmentDeliver', 'ShipmentDeliverInput', SHIPMENT, {
    ...at(sent),
    receivedBy: 'Li',
  });
  return seen(app, shop.buyer, order);
}
