import type { DomainEvent, Topic } from '../../platform/events/event.ts';

interface Party {
  readonly id: string;
  readonly customerId: string;
}

const about =
  (subjectType: string, topic: Topic) =>
  <Name extends string>(name: Name) =>
  ({ id, customerId }: Party, payload: Record<string, unknown> = {}): DomainEvent => ({
    name,
    subjectType,
    subjectId: id,
    customerId,
    topic,
    payload,
  });

const order = about('SalesOrder', 'SALES_ORDER');
const shipment = about('Shipment', 'SHIPMENT');
const customerReturn = about('CustomerReturn', 'RETURN');
const invoice = about('Invoice', 'INVOICE');

/** What happens in sales, as other modules hear of it. */
export const orderSubmitted = order('sales.order.submitted');
export const orderApprovalAsked = order('sales.order.approval_asked');
export const orderConfirmed = order('sales.order.confirmed');
export const orderHeld = order('sales.order.held');
export const orderReleased = order('sales.order.released');
export const orderChanged = order('sales.order.changed');
export const orderCancelled = order('sales.order.cancelled');
export const orderClosed = order('sales.order.closed');
export const shipmentPacked = shipment('sales.shipment.packed');
export const shipmentDispatched = shipment('sales.shipment.dispatched');
export const shipmentMoved = shipment('sales.shipment.moved');
export const shipmentDelivered = shipment('sales.shipment.delivered');
export const shipmentException = shipment('sales.shipment.exception');
export const shipmentReturned = shipment('sales.shipment.returned');
export const shipmentCancelled = shipment('sales.shipment.cancelled');
export const returnRequested = customerReturn('sales.return.requested');
export const returnApproved = customerReturn('sales.return.approved');
export const returnRejected = customerReturn('sales.return.rejected');
export const returnSent = customerReturn('sales.return.sent');
export const returnReceived = customerReturn('sales.return.received');
export const returnInspected = customerReturn('sales.return.inspected');
export const returnResolved = customerReturn('sales.return.resolved');
export const invoiceIssued = invoice('sales.invoice.issued');
export const creditNoteIssued = invoice('sales.invoice.credited');
export const paymentRecorded = about('Payment', 'INVOICE')('sales.payment.recorded');

/** What LINES_CHANGED tells. */
export interface LinesChangedPayload {
  readonly orderId: string;
  readonly lineIds: readonly string[];
  readonly itemIds: readonly string[];
  readonly siteIds: readonly string[];
}

/** Demand, promise or cover of lines changed: once per order and act, whatever the reason. */
export const LINES_CHANGED = 'sales.line.changed';

/** A line as the event tells of it. */
export interface ChangedLine {
  readonly id: string;
  readonly itemId: string;
  readonly siteId: string;
}

export function linesChanged({ id, customerId }: Party, lines: readonly ChangedLine[]): DomainEvent {
  const payload: LinesChangedPayload = {
    orderId: id,
    lineIds: lines.map((line) => line.id),
    itemIds: [...new Set(lines.map(({ itemId }) => itemId))],
    siteIds: [...new Set(lines.map(({ siteId }) => siteId))],
  };
  return {
    name: LINES_CHANGED,
    subjectType: 'SalesOrder',
    subjectId: id,
    customerId,
    topic: 'SALES_ORDER',
    payload: { ...payload },
  };
}

const MOST_ORDERS = 50;

/** Days were estimated anew for lines of a customer, and nothing else changed: one event, however many orders. */
export function linesEstimated(customerId: string, orderIds: readonly string[]): DomainEvent {
  const orders = [...new Set(orderIds)];
  const [only] = orders;
  return {
    name: 'sales.line.estimated',
    ...(orders.length === 1 && only
      ? { subjectType: 'SalesOrder', subjectId: only }
      : { subjectType: 'Organisation', subjectId: customerId }),
    customerId,
    topic: 'SALES_ORDER',
    payload: { orderIds: orders.slice(0, MOST_ORDERS), count: orders.length },
  };
}
