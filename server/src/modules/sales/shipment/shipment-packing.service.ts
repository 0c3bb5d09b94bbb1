import { todayIn } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { reservations } from '../../inventory/reservation/reservations.service.ts';
import { ALLOCATED, partAt, setAsideFor } from '../order/allocation.service.ts';
import { linesOfOrder, lockSalesLines } from '../order/order-lock.service.ts';
import type { SalesOrderLine } from '../order/sales-order-line.entity.ts';
import type { SalesOrder } from '../order/sales-order.entity.ts';
import {
  MoreThanAllocated,
  NothingOrdered,
  ParcelsNotCountable,
  PartialNotWanted,
  QuantityNotPositive,
  SeveralCustomers,
} from '../sales.errors.ts';
import { shipmentCancelled, shipmentPacked } from '../sales.events.ts';
import { lockShipment, noteEvent, type HeldShipment } from './shipment-lock.service.ts';
import { ShipmentLine } from './shipment-line.entity.ts';
import { Shipment } from './shipment.entity.ts';

/** Under which type stock is set aside for a packed shipment. */
export const PACKED = 'ShipmentLine';

export interface ShipmentDraft {
  readonly carrier?: string | null;
  readonly tracking?: string | null;
  readonly plannedOn?: string | null;
  readonly expectedOn?: string | null;
  readonly note?: string | null;
  /** Quantities in the ordered unit; all that is set aside when not said. */
  readonly lines: readonly { readonly lineId: string; readonly quantity?: Decimal | null }[];
}

/** A shipment as it was read, and in how many parcels it is packed. */
interface Packing {
  readonly expectedVersion: number;
  readonly parcels?: number;
}
const MOST_PARCELS = 999;
const PARCELS = ['input', 'parcels'];

/** Puts a shipment together from what is set aside, and takes it apart again while it is still here. */
export class ShipmentPacking {
  /** What shall go together. @throws NotFound, SeveralCustomers, MoreThanAllocated, QuantityNotPositive */
  async plan(work: Work, draft: ShipmentDraft): Promise<Shipment> {
    if (draft.lines.length === 0) throw new NothingOrdered({}, ['input', 'lines']);
    const { lines, orders } = await lockSalesLines(
      work,
      draft.lines.map(({ lineId }) => lineId),
    );
    const [first] = lines.values();
    const order = orders.get(first?.orderId ?? '');
    if (!first || !order) throw new NotFound({}, ['input', 'lines']);
    if ([...lines.values()].some((line) => line.customerId !== first.customerId || line.siteId !== first.siteId))
      throw new SeveralCustomers({}, ['input', 'lines']);
    const shipment = await this.open(work, order, first, draft);
    const wanted = draft.lines.map(({ lineId, quantity }, index) => ({
      line: lines.get(lineId),
      quantity,
      path: ['input', 'lines', String(index), 'quantity'],
    }));
    work.em.persist([shipment, ...wanted.map((one, index) => partOf(shipment, one, index + 1))]);
    noteEvent(work, shipment, 'PLANNED');
    await work.em.flush();
    return shipment;
  }

  /**
   * Takes the goods from what is set aside for their lines.
   * @throws MoreThanAllocated, PartialNotWanted, ParcelsNotCountable, NotInThisState
   */
  async pack(work: Work, shipmentId: string, { expectedVersion, parcels = 1 }: Packing): Promise<string> {
    if (parcels < 1 || parcels > MOST_PARCELS) throw new ParcelsNotCountable({ most: MOST_PARCELS }, PARCELS);
    const held = await lockShipment(work, shipmentId, expectedVersion);
    held.shipment.go('pack');
    held.shipment.parcels = parcels;
    held.shipment.packedAt = work.clock.now();
    const orders = [...new Set(held.parts.map(({ order }) => order))];
    for (const order of orders) order.go('ship');
    const whole = orders.filter(({ allowsPartial }) => !allowsPartial);
    await inOrder(whole, (order) => this.checkWhole(work, order, held));
    for (const { part, line } of held.parts) pick(line, part.quantity);
    const freed = await reservations.release(
      work,
      ALLOCATED,
      held.parts.map(({ line }) => line.id),
    );
    const again = held.parts.flatMap(({ part, line }) => {
      const { first, rest } = partAt(
        freed.filter(({ documentId }) => documentId === line.id),
        part.quantity,
      );
      return [...setAsideFor(first, PACKED, part.id), ...setAsideFor(rest, ALLOCATED, line.id)];
    });
    await reservations.reserve(work, again);
    noteEvent(work, held.shipment, 'PACKED');
    work.record(shipmentPacked(held.shipment, { number: held.shipment.number }));
    return shipmentId;
  }

  /** While it is still here: what was packed is set aside for its lines again. @throws NotInThisState */
  async cancel(work: Work, shipmentId: string, expectedVersion: number): Promise<string> {
    const { shipment, parts } = await lockShipment(work, shipmentId, expectedVersion);
    const wasPacked = shipment.state === 'PACKED';
    shipment.go('cancel');
    if (wasPacked) {
      const freed = await reservations.release(
        work,
        PACKED,
        parts.map(({ part }) => part.id),
      );
      await reservations.reserve(
        work,
        parts.flatMap(({ part, line }) =>
          setAsideFor(
            freed.filter(({ documentId }) => documentId === part.id),
            ALLOCATED,
            line.id,
          ),
        ),
      );
      for (const { part, line } of parts) line.pickedQuantity = line.pickedQuantity.minus(part.quantity);
    }
    noteEvent(work, shipment, 'CANCELLED');
    work.record(shipmentCancelled(shipment, { number: shipment.number }));
    return shipmentId;
  }

  private async checkWhole(work: Work, order: SalesOrder, { parts }: HeldShipment): Promise<void> {
    const lines = await linesOfOrder(work, order.id);
    const packed = (line: SalesOrderLine): Decimal =>
      Decimal.sum(0, ...parts.filter((one) => one.line.id === line.id).map(({ part }) => part.quantity));
    if (lines.some((line) => packed(line).plus(line.pickedQuantity).lt(line.openQuantity)))
      throw new PartialNotWanted({ number: order.number }, ['input', 'lines']);
  }

  private async open(work: Work, order: SalesOrder, line: SalesOrderLine, draft: ShipmentDraft): Promise<Shipment> {
    const site = await work.em.findOneOrFail(Site, line.siteId);
    return Object.assign(new Shipment(), {
      customerId: line.customerId,
      siteId: line.siteId,
      shipTo: order.shipTo,
      carrier: draft.carrier ?? '',
      tracking: draft.tracking ?? '',
      plannedOn: draft.plannedOn ?? todayIn(site.timeZone, work.clock),
      expectedOn: draft.expectedOn ?? null,
      note: draft.note ?? '',
      createdAt: work.clock.now(),
    });
  }
}

interface Wanted {
  readonly line: SalesOrderLine | undefined;
  readonly quantity?: Decimal | null | undefined;
  readonly path: readonly string[];
}

function partOf(shipment: Shipment, { line, quantity, path }: Wanted, lineNo: number): ShipmentLine {
  if (!line) throw new NotFound({}, path);
  const stock = quantity ? line.inStockUnit(quantity) : line.allocatedQuantity.minus(line.pickedQuantity);
  if (stock.lte(0)) throw new QuantityNotPositive({}, path);
  checkAllocated(line, stock, path);
  return Object.assign(new ShipmentLine(), {
    customerId: line.customerId,
    shipmentId: shipment.id,
    lineNo,
    orderId: line.orderId,
    orderLineId: line.id,
    itemId: line.itemId,
    quantity: stock,
  });
}

function checkAllocated(line: SalesOrderLine, stock: Decimal, path: readonly string[]): void {
  const free = line.allocatedQuantity.minus(line.pickedQuantity);
  if (stock.gt(free))
    throw new MoreThanAllocated(
      { most: line.inOrderedUnit(free).toString(), unit: line.unitCode, line: line.lineNo },
      path,
    );
}

function pick(line: SalesOrderLine, quantity: Decimal): void {
  checkAllocated(line, quantity, ['input', 'lines']);
  line.pickedQuantity = line.pickedQuantity.plus(quantity);
}

export const shipmentPacking = new ShipmentPacking();
