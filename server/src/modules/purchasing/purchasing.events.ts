import type { DomainEvent, Topic } from '../../platform/events/event.ts';

interface Party {
  readonly id: string;
  readonly supplierId: string;
}

const about =
  (subjectType: string, topic: Topic) =>
  <Name extends string>(name: Name) =>
  ({ id, supplierId }: Party, payload: Record<string, unknown> = {}): DomainEvent => ({
    name,
    subjectType,
    subjectId: id,
    supplierId,
    topic,
    payload,
  });

const order = about('PurchaseOrder', 'ORDER');
const notice = about('ShipmentNotice', 'NOTICE');
const receipt = about('Receipt', 'RECEIPT');

/** What happens in purchasing, as other modules hear of it. */
export const orderIssued = order('purchasing.order.issued');
export const orderAnswered = order('purchasing.order.answered');
export const orderConfirmed = order('purchasing.order.confirmed');
export const orderChanged = order('purchasing.order.changed');
export const orderCancelled = order('purchasing.order.cancelled');
export const orderClosed = order('purchasing.order.closed');
export const noticeSubmitted = notice('purchasing.notice.submitted');
export const noticeDispatched = notice('purchasing.notice.dispatched');
export const noticeRescheduled = notice('purchasing.notice.rescheduled');
export const noticeArrived = notice('purchasing.notice.arrived');
export const noticeCancelled = notice('purchasing.notice.cancelled');
export const noticeOverdue = notice('purchasing.notice.overdue');
export const receiptPosted = receipt('purchasing.receipt.posted');
export const receiptInspected = receipt('purchasing.receipt.inspected');
export const discrepancyOpened = about('Discrepancy', 'RECEIPT')('purchasing.discrepancy.opened');
export const discrepancyResolved = about('Discrepancy', 'RECEIPT')('purchasing.discrepancy.resolved');
export const returnPosted = about('SupplierReturn', 'RECEIPT')('purchasing.return.posted');
