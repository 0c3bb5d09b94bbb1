import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { TestApp } from '../../support/app.ts';
import { aConfirmedOrder, aKey, aShop, inStock, refusals, seen, type Shop } from '../../support/factories/sales.ts';
import { aDeliveredOrder, at, doneBy, INVOICE, RETURN, SHIPMENT, type Seen } from '../../support/stories/selling.ts';

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

it('parts of 89.99 over 3 are invoiced as 30.00, 29.99 and 30.00, under numbers without a gap', async () => {
  await inStock(app, shop, 3);
  const order = await aConfirmedOrder(app, shop, 3);
  expect(order.subtotal.amount).toBe('89.99');
  const nets: unknown[] = [];
  const numbers: (string | null)[] = [];
  for (let part = 1; part <= 3; part++) {
    const planned = await done(shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', SHIPMENT, {
      lines: [{ orderLineId: order.lines[0]?.id, quantity: '1' }],
    });
    const packed = await done(shop.warehouse, 'shipmentPack', 'ShipmentPackInput', SHIPMENT, at(planned));
    await done(shop.warehouse, 'shipmentDispatch', 'ShipmentDispatchInput', SHIPMENT, at(packed));
    const invoice = await done<Seen & { net: { amount: string } }>(
      shop.finance,
      'invoiceIssue',
      'InvoiceIssueInput',
      INVOICE,
      {
        orderId: order.id,
      },
    );
    nets.push(invoice.net.amount);
    numbers.push(invoice.number);
  }
  expect(nets).toEqual(['30', '29.99', '30']);
  expect(numbers).toEqual(['INV-000001', 'INV-000002', 'INV-000003']);
  expect(await seen(app, shop.buyer, order)).toMatchObject({
    invoicing: 'INVOICED',
    fulfilment: 'SHIPPED',
    payment: 'NONE',
  });
  expect(
    await refusals(app, shop.finance, 'invoiceIssue', 'InvoiceIssueInput', {
      idempotencyKey: aKey(),
      orderId: order.id,
    }),
  ).toEqual(['NOTHING_TO_INVOICE']);
});

it('a draft invoice that is thrown away takes no number, and the customer never sees it', async () => {
  const order = await aDeliveredOrder(app, shop, 1);
  const draft = await done(shop.finance, 'invoiceDraft', 'InvoiceDraftInput', INVOICE, { orderId: order.id });
  expect(draft.number).toBeNull();
  const look = `query($id: ID!) { invoice(id: $id) { id } }`;
  expect((await app.ask<{ invoice: null }>(shop.buyer, look, { id: draft.id })).invoice).toBeNull();
  await done(shop.finance, 'invoiceDiscard', 'InvoiceDiscardInput', 'order { id number state version }', {
    invoiceId: draft.id,
    expectedVersion: draft.version,
  });
  const issued = await done(shop.finance, 'invoiceIssue', 'InvoiceIssueInput', INVOICE, { orderId: order.id });
  expect(issued.number).toBe('INV-000004');
});

it('payments settle what is due first, never more than is owed; a credit note sets off, and the rest is paid out', async () => {
  const order = await aDeliveredOrder(app, shop, 2);
  const invoice = await done<Seen & { gross: { amount: string } }>(
    shop.finance,
    'invoiceIssue',
    'InvoiceIssueInput',
    INVOICE,
    {
      orderId: order.id,
    },
  );
  const pay = (amount: string) => ({
    customerId: toGlobalId('org', shop.customer.id),
    amount,
    currency: 'USD',
    paidOn: '2026-12-01',
    shares: [{ invoiceId: invoice.id, amount }],
  });
  expect(
    await refusals(app, shop.finance, 'paymentRecord', 'PaymentRecordInput', { idempotencyKey: aKey(), ...pay('999') }),
  ).toEqual(['MORE_THAN_OWED']);
  await done(shop.finance, 'paymentRecord', 'PaymentRecordInput', 'payment { id }', pay(invoice.gross.amount));
  expect((await seen(app, shop.buyer, order)).payment).toBe('PAID');
  const note = await done<Seen & { open: { amount: string } }>(
    shop.finance,
    'creditNoteIssue',
    'CreditNoteIssueInput',
    INVOICE,
    {
      invoiceId: invoice.id,
      reason: 'Goodwill',
    },
  );
  expect(note).toMatchObject({ number: 'CN-000001', open: { amount: invoice.gross.amount } });
  await done(shop.finance, 'paymentRefund', 'PaymentRefundInput', 'payment { id }', {
    creditNoteId: note.id,
    paidOn: '2026-12-02',
  });
  expect(
    await refusals(app, shop.finance, 'creditNoteIssue', 'CreditNoteIssueInput', {
      idempotencyKey: aKey(),
      invoiceId: invoice.id,
      reason: 'x',
    }),
  ).toEqual(['NOTHING_TO_INVOICE']);
});

it('concurrency: two requests never return more than was delivered', async () => {
  const order = await aDeliveredOrder(app, shop, 4);
  const wish = () => ({
    idempotencyKey: aKey(),
    reason: 'Broken',
    wantedResolution: 'CREDIT',
    lines: [{ orderLineId: order.lines[0]?.id, quantity: '3' }],
  });
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => refusals(app, shop.buyer, 'returnRequest', 'ReturnRequestInput', wish())),
  );
  expect(outcomes.filter((codes) => codes.length === 0)).toHaveLength(1);
  expect(new Set(outcomes.flat())).toEqual(new Set(['MORE_THAN_RETURNABLE']));
});

it('a return is received, inspected, put back into stock and credited', async () => {
  const order = await aDeliveredOrder(app, shop, 2);
  await done(shop.finance, 'invoiceIssue', 'InvoiceIssueInput', INVOICE, { orderId: order.id });
  const asked = await done(shop.buyer, 'returnRequest', 'ReturnRequestInput', RETURN, {
    reason: 'Too many',
    wantedResolution: 'CREDIT',
    lines: [{ orderLineId: order.lines[0]?.id, quantity: '1' }],
  });
  const on = ({ id, version }: Seen) => ({ returnId: id, expectedVersion: version });
  const approved = await done(shop.seller, 'returnApprove', 'ReturnAnswerInput', RETURN, on(asked));
  const sent = await done(shop.buyer, 'returnSend', 'ReturnSendInput', RETURN, { ...on(approved), carrier: 'SF' });
  const before = Number(await onHand());
  const here = await done<Seen & { lines: { id: string }[] }>(
    shop.warehouse,
    'returnReceive',
    'ReturnReceiveInput',
    RETURN,
    on(sent),
  );
  expect(Number(await onHand())).toBe(before);
  const lines = [{ returnLineId: here.lines[0]?.id, outcome: 'RETURN_TO_SUPPLIER' }];
  expect(
    await refusals(app, shop.warehouse, 'returnInspect', 'ReturnInspectInput', {
      idempotencyKey: aKey(),
      ...on(here),
      lines,
    }),
  ).toEqual(['NO_SUPPLIER_KNOWN']);
  const judged = await done(shop.warehouse, 'returnInspect', 'ReturnInspectInput', RETURN, {
    ...on(here),
    lines: [{ returnLineId: here.lines[0]?.id, outcome: 'RESTOCK' }],
  });
  expect(Number(await onHand())).toBe(before + 1);
  const resolved = await done(shop.seller, 'returnResolve', 'ReturnResolveInput', RETURN, {
    ...on(judged),
    resolution: 'CREDIT',
  });
  expect(resolved).toMatchObject({ state: 'RESOLVED', resolution: 'CREDIT' });
  const { salesOrder } = await app.ask<{ salesOrder: { returned: string; invoices: object[] } }>(
    shop.buyer,
    `query($id: ID!) { salesOrder(id: $id) { returned invoices { kind state gross { amount } } } }`,
    { id: order.id },
  );
  expect(salesOrder).toEqual({
    returned: 'PARTLY_RETURNED',
    invoices: [
      { kind: 'INVOICE', state: 'ISSUED', gross: { amount: '67.79' } },
      { kind: 'CREDIT_NOTE', state: 'CREDITED', gross: { amount: '33.9' } },
    ],
  });
});

it('what was paid on account counts against the credit limit', async () => {
  const prepaid = await aShop(app, {}, { creditLimit: new Decimal(80) });
  await inStock(app, prepaid, 20);
  await aConfirmedOrder(app, prepaid, 5);
  const payment = {
    customerId: toGlobalId('org', prepaid.customer.id),
    amount: '20',
    currency: 'USD',
    paidOn: '2026-10-01',
  };
  await doneBy(app, prepaid.finance, 'paymentRecord', 'PaymentRecordInput', 'payment { id }', payment);
  expect(await aConfirmedOrder(app, prepaid, 5)).toMatchObject({ state: 'CONFIRMED' });
  expect(await aConfirmedOrder(app, prepaid, 1)).toMatchObject({ state: 'ON_HOLD', holdKind: 'CREDIT' });
});
