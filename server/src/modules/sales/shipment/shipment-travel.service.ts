import type { Work } from '../../../platform/db/work.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { StockMove } from '../../inventory/ledger/stock-move.entity.ts';
import { stockLedger } from '../../inventory/ledger/stock-ledger.service.ts';
import { reservations } from '../../inventory/reservation/reservations.service.ts';
import { ProofMissing, ReasonMissing } from '../sales.errors.ts';
import {
  linesChanged,
  shipmentDelivered,
  shipmentDispatched,
  shipmentException,
  shipmentMoved,
  shipmentReturned,
} from '../sales.events.ts';
import { companyIdOf } from '../terms/company.service.ts';
import { lockShipment, noteEvent, type HeldShipment } from './shipment-lock.service.ts';
import { PACKED } from './shipment-packing.service.ts';

export interface Happened {
  readonly place?: string;
  readonly note?: string;
  readonly happenedAt?: Date | null;
}

/** What happens to a shipment from the gate to the customer. */
export class ShipmentTravel {
  /** The goods leave, and so does the stock: once. @throws NotInThisState when they left already */
  async dispatch(
    work: Work,
    shipmentId: string,
    expectedVersion: number,
    said: { readonly carrier?: string | null; readonly tracking?: string | null; readonly expectedOn?: string | null },
  ): Promise<string> {
    const held = await lockShipment(work, shipmentId, expectedVersion);
    const { shipment, parts } = held;
    shipment.go('dispatch');
    shipment.dispatchedAt = work.clock.now();
    shipment.carrier = said.carrier ?? shipment.carrier;
    shipment.tracking = said.tracking ?? shipment.tracking;
    shipment.expectedOn = said.expectedOn ?? shipment.expectedOn;
    const taken = await reservations.fulfil(
      work,
      PACKED,
      parts.map(({ part }) => part.id),
    );
    const customer = await siteLocations.find(work, shipment.siteId, 'CUSTOMER');
    for (const { order } of parts) order.go('ship');
    for (const { part, line } of parts) {
      line.shippedQuantity = line.shippedQuantity.plus(part.quantity);
      line.allocatedQuantity = line.allocatedQuantity.minus(part.quantity);
      line.pickedQuantity = line.pickedQuantity.minus(part.quantity);
      if (line.openQuantity.isZero()) line.isBackordered = false;
    }
    await stockLedger.post(
      work,
      taken.map(({ itemId, place, lot, quantity }) => ({
        itemId,
        from: place,
        to: { locationId: customer, ownerId: place.ownerId },
        quantity,
        lot,
        reason: 'ISSUE',
        documentType: 'Shipment',
        documentId: shipment.id,
      })),
    );
    noteEvent(work, shipment, 'DISPATCHED');
    work.record(shipmentDispatched(shipment, { number: shipment.number, ...contentOf(held) }));
    this.tellLines(work, held);
    return shipmentId;
  }

  /** It moves, or something is wrong with it. @throws NotInThisState, ReasonMissing for an exception without one */
  async track(
    work: Work,
    shipmentId: string,
    expectedVersion: number,
    happened: Happened & { readonly kind: 'IN_TRANSIT' | 'EXCEPTION'; readonly expectedOn?: string | null },
  ): Promise<string> {
    const held = await lockShipment(work, shipmentId, expectedVersion);
    const { shipment } = held;
    const isWrong = happened.kind === 'EXCEPTION';
    if (isWrong && !happened.note?.trim()) throw new ReasonMissing({}, ['input', 'note']);
    shipment.go(isWrong ? 'except' : 'travel');
    shipment.exceptionReason = isWrong ? (happened.note ?? '') : '';
    shipment.expectedOn = happened.expectedOn ?? shipment.expectedOn;
    noteEvent(work, shipment, happened.kind, happened);
    const told = { number: shipment.number, ...contentOf(held) };
    work.record(
      isWrong ? shipmentException(shipment, { ...told, reason: happened.note }) : shipmentMoved(shipment, told),
    );
    return shipmentId;
  }

  /** The customer has it, and somebody says so. @throws NotInThisState, ProofMissing */
  async deliver(
    work: Work,
    shipmentId: string,
    expectedVersion: number,
    proof: { readonly receivedBy: string; readonly note: string; readonly deliveredAt: Date | null },
  ): Promise<string> {
    if (!proof.receivedBy.trim()) throw new ProofMissing({}, ['input', 'receivedBy']);
    const held = await lockShipment(work, shipmentId, expectedVersion);
    const { shipment, parts } = held;
    shipment.go('deliver');
    Object.assign(shipment, {
      receivedBy: proof.receivedBy.trim(),
      proofNote: proof.note,
      deliveredAt: proof.deliveredAt ?? work.clock.now(),
      exceptionReason: '',
    });
    for (const { part, line } of parts) line.deliveredQuantity = line.deliveredQuantity.plus(part.quantity);
    noteEvent(work, shipment, 'DELIVERED', { note: shipment.receivedBy, happenedAt: shipment.deliveredAt });
    work.record(shipmentDelivered(shipment, { number: shipment.number, ...contentOf(held) }));
    return shipmentId;
  }

  /**
   * It came back without being delivered: the goods wait in quarantine for inspection, and the lines are open again.
   * @throws NotInThisState
   */
  async bringBack(work: Work, shipmentId: string, expectedVersion: number, note: string): Promise<string> {
    const held = await lockShipment(work, shipmentId, expectedVersion);
    const { shipment, parts } = held;
    shipment.go('bring_back');
    const [customer, quarantine] = [
      await siteLocations.find(work, shipment.siteId, 'CUSTOMER'),
      await siteLocations.find(work, shipment.siteId, 'QUARANTINE'),
    ];
    const ownerId = await companyIdOf(work);
    for (const { part, line } of parts) line.shippedQuantity = line.shippedQuantity.minus(part.quantity);
    const lots = await this.lotsOf(work, shipmentId);
    await stockLedger.post(
      work,
      lots.map(({ itemId, lot, quantity }) => ({
        itemId,
        from: { locationId: customer, ownerId },
        to: { locationId: quarantine, ownerId, status: 'QUALITY' },
        quantity,
        lot,
        reason: 'RETURN',
        documentType: 'Shipment',
        documentId: shipment.id,
        note,
      })),
    );
    noteEvent(work, shipment, 'RETURNED', { note });
    work.record(shipmentReturned(shipment, { number: shipment.number, ...contentOf(held) }));
    this.tellLines(work, held);
    return shipmentId;
  }

  private lotsOf(work: Work, shipmentId: string) {
    return work.em.find(StockMove, { documentType: 'Shipment', documentId: shipmentId, reason: 'ISSUE' });
  }

  private tellLines(work: Work, { parts }: HeldShipment): void {
    for (const [order, of] of Map.groupBy(parts, (one) => one.order))
      work.record(
        linesChanged(
          order,
          of.map(({ line }) => line),
        ),
      );
  }
}

const contentOf = ({ parts }: HeldShipment) => ({
  orderIds: [...new Set(parts.map(({ order }) => order.id))],
  lineIds: parts.map(({ line }) => line.id),
});

export const shipmentTravel = new ShipmentTravel();
