import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { fixedClock } from '../../../kernel/clock.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { Invoice } from '../../sales/invoice/invoice.entity.ts';
import { invoicing } from '../../sales/invoice/invoicing.service.ts';
import { orderConfirming } from '../../sales/order/order-confirming.service.ts';
import { salesOrderDrafts } from '../../sales/order/order-drafts.service.ts';
import { orderPlacing } from '../../sales/order/order-placing.service.ts';
import { SalesOrderLine } from '../../sales/order/sales-order-line.entity.ts';
import { payments } from '../../sales/payment/payments.service.ts';
import { shipmentPacking } from '../../sales/shipment/shipment-packing.service.ts';
import { shipmentTravel } from '../../sales/shipment/shipment-travel.service.ts';
import { Shipment } from '../../sales/shipment/shipment.entity.ts';
import type { Ids } from './demo-actors.service.ts';
import { DELIVERIES, type DemoDelivery, type Shipping, type Story } from './deliveries.data.ts';
import { sendBack } from './returns.demo.ts';

const TRAVELS = 6;

/** What customers got in the last weeks, each act on its day: shipments, proofs, invoices, payments and a return. */
export async function deliverToCustomers(
  database: Database,
  people: Shipping,
  ids: Ids,
  today: CalendarDate,
): Promise<void> {
  const on: Story['on'] = (day, actor, work) =>
    database.at(fixedClock(`${addDays(today, day)}T02:00:00Z`)).transact(actor, work);
  await inOrder(DELIVERIES, (delivery) => deliver({ people, on }, delivery, ids, today));
}

async function deliver(story: Story, delivery: DemoDelivery, ids: Ids, today: CalendarDate): Promise<void> {
  const { people, on } = story;
  const orderId = await order(story, delivery, ids, today);
  const shipmentId = await send(story, delivery, orderId, today);
  const { delivered, paid, returned } = delivery;
  if (!delivered) return;
  await on(delivered.on, people.warehouse, async (work) =>
    shipmentTravel.deliver(work, shipmentId, await versionOf(work, shipmentId), {
      receivedBy: delivered.by,
      note: delivered.note,
      deliveredAt: null,
    }),
  );
  if (!delivery.isInvoiced) return;
  const invoiceId = await on(delivered.on, people.finance, (work) => invoicing.invoice(work, orderId));
  if (paid) await on(paid.on, people.finance, (work) => pay(work, invoiceId, paid, addDays(today, paid.on)));
  if (returned) await sendBack(story, orderId, returned);
}

async function order(
  { people, on }: Story,
  { customer, reference, lines, orderedOn, sentOn }: DemoDelivery,
  ids: Ids,
  today: CalendarDate,
): Promise<string> {
  const orderId = await on(orderedOn, people.sales, (work) =>
    salesOrderDrafts.create(work, {
      customerId: ids(customer),
      siteId: ids('SH'),
      customerReference: reference,
      requestedOn: addDays(today, sentOn + TRAVELS),
      lines: lines.map(([sku, quantity]) => ({ itemId: ids(sku), quantity: new Decimal(quantity) })),
    }),
  );
  await on(orderedOn, people.sales, (work) => orderPlacing.submit(work, orderId, 1));
  await on(orderedOn, people.sales, (work) => orderConfirming.confirm(work, orderId, 2));
  return orderId;
}

/** Packed and sent on one day; on its way the next. */
async function send(
  { people, on }: Story,
  { sentOn, carrier, tracking }: DemoDelivery,
  orderId: string,
  today: CalendarDate,
): Promise<string> {
  const expectedOn = addDays(today, sentOn + TRAVELS);
  const shipmentId = await on(sentOn, people.warehouse, async (work) => {
    const lines = await work.em.find(SalesOrderLine, { orderId });
    const parts = lines.map(({ id }) => ({ lineId: id }));
    return (await shipmentPacking.plan(work, { carrier, tracking, expectedOn, lines: parts })).id;
  });
  await on(sentOn, people.warehouse, async (work) =>
    shipmentPacking.pack(work, shipmentId, { expectedVersion: await versionOf(work, shipmentId) }),
  );
  await on(sentOn, people.warehouse, async (work) =>
    shipmentTravel.dispatch(work, shipmentId, await versionOf(work, shipmentId), { carrier, tracking, expectedOn }),
  );
  await on(sentOn + 1, people.warehouse, async (work) =>
    shipmentTravel.track(work, shipmentId, await versionOf(work, shipmentId), {
      kind: 'IN_TRANSIT',
      place: 'Shanghai 上海',
    }),
  );
  return shipmentId;
}

const versionOf = async (work: Work, id: string): Promise<number> =>
  (await work.em.findOneOrFail(Shipment, { id })).version;

async function pay(
  work: Work,
  invoiceId: string,
  { share, reference }: NonNullable<DemoDelivery['paid']>,
  paidOn: CalendarDate,
): Promise<void> {
  const invoice = await work.em.findOneOrFail(Invoice, { id: invoiceId });
  const { customerId, currency } = invoice;
  const amount = invoice.grossAmount.times(share).toDecimalPlaces(2);
  await payments.record(work, { customerId, currency, amount, paidOn, reference, shares: [{ invoiceId, amount }] });
}
