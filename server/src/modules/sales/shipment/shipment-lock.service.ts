import { LockMode } from '@mikro-orm/core';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { lockSalesLines } from '../order/order-lock.service.ts';
import type { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import type { SalesOrder } from '../order/sales-order.entity.ts';
import { ShipmentEvent } from './shipment-event.entity.ts';
import { ShipmentLine } from './shipment-line.entity.ts';
import { Shipment } from './shipment.entity.ts';
import type { ShipmentEventKind } from './shipment.state.ts';

/** A shipment with everything it touches, held: first itself, then its orders. */
export interface HeldShipment {
  readonly shipment: Shipment;
  readonly parts: readonly { readonly part: ShipmentLine; readonly line: SalesOrderLine; readonly order: SalesOrder }[];
}

/** @throws NotFound, StaleObject */
export async function lockShipment(work: Work, id: string, expectedVersion: number): Promise<HeldShipment> {
  await work.em.flush();
  const shipment = await work.em.findOne(Shipment, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!shipment) throw new NotFound({}, ['input', 'shipmentId']);
  if (shipment.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: shipment.version });
  const rows = await work.em.find(ShipmentLine, { shipmentId: id }, { orderBy: { lineNo: 'asc' }, refresh: true });
  const { lines, orders } = await lockSalesLines(
    work,
    rows.map(({ orderLineId }) => orderLineId),
  );
  const parts = rows.map((part) => {
    const line = lines.get(part.orderLineId);
    const order = orders.get(part.orderId);
    if (!line || !order) throw new NotFound({}, ['input', 'shipmentId']);
    return { part, line, order };
  });
  return { shipment, parts };
}

/** Notes what happened to a shipment, for the customer to follow. */
export function noteEvent(
  work: Work,
  shipment: Shipment,
  kind: ShipmentEventKind,
  said: { readonly place?: string; readonly note?: string; readonly happenedAt?: Date | null } = {},
): void {
  work.em.persist(
    Object.assign(new ShipmentEvent(), {
      customerId: shipment.customerId,
      shipmentId: shipment.id,
      kind,
      happenedAt: said.happenedAt ?? work.clock.now(),
      place: said.place ?? '',
      note: said.note ?? '',
      recordedAt: work.clock.now(),
      recordedByPersonId: work.actor.personId,
    }),
  );
}
