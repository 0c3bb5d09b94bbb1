import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { projectFolder } from '../../../server/src/platform/project-folder.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { aConfirmedOrder, aShop, inStock, type OrderSeen, type Shop } from '../../support/factories/sales.ts';
import { asked, printed, printedLabels } from '../../support/stories/documents.ts';
import { aDeliveredOrder, at, doneBy, INVOICE, SHIPMENT, type Seen } from '../../support/stories/selling.ts';

let app: TestApp;
let shop: Shop;
let order: OrderSeen;
let shipmentId: string;
let invoice: Seen;
let note: Seen;
const inChinese = (actor: Actor): Actor => ({ ...actor, locale: 'zh-CN' });

/** Kept to be looked at. */
const folder = join(projectFolder, 'tests/.screenshots');
function keep(name: string, bytes: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.pdf`), bytes);
}

beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-10-01T09:00:00Z'));
  const item = { listPrice: new Decimal('1234.5'), nameEn: 'Mountain bike', nameZh: '山地自行车' };
  shop = await aShop(app, item, { taxRate: new Decimal('0.13'), paymentDays: 30 });
  await app.owner.query(
    `update identity_organisation set address = E'12 Wheel Street\\nTurin', country = 'IT' where id = $1`,
    [shop.customer.id],
  );
  order = await aDeliveredOrder(app, shop, 2);
  const { salesOrder } = await app.ask<{ salesOrder: { shipments: { id: string }[] } }>(
    shop.buyer,
    'query($id: ID!) { salesOrder(id: $id) { shipments { id } } }',
    { id: order.id },
  );
  shipmentId = salesOrder.shipments[0]?.id ?? '';
  invoice = await doneBy(app, shop.finance, 'invoiceIssue', 'InvoiceIssueInput', INVOICE, { orderId: order.id });
  const [line] = invoice['lines'] as { id: string }[];
  note = await doneBy(app, shop.finance, 'creditNoteIssue', 'CreditNoteIssueInput', INVOICE, {
    invoiceId: invoice.id,
    reason: 'Scratched',
    lines: [{ invoiceLineId: line?.id, quantity: '1' }],
  });
});
afterAll(() => app.close());

it('prints an order confirmation with its lines, days and sums, in the language of the reader', async () => {
  const english = await printed(app, shop.buyer, order.id);
  expect(english).toMatchObject({ status: 200, fileName: `Order confirmation ${order.number}.pdf` });
  for (const text of [
    'Order confirmation',
    order.number,
    'Mountain bike',
    shop.customer.name,
    '12 Wheel Street',
    'Italy',
  ])
    expect(english.text).toContain(text);
  for (const text of ['1,234.50', 'USD 2,469.00', 'USD 320.97', 'USD 2,789.97', '13%'])
    expect(english.text.replaceAll('\u00a0', ' ')).toContain(text);
  const chinese = await printed(app, inChinese(shop.buyer), order.id);
  for (const text of ['订单确认书', '山地自行车', '意大利', '承诺交期', '合计', '开票后 30 天内付款'])
    expect(chinese.text).toContain(text);
  expect(chinese.bytes.byteLength).toBeLessThan(200_000);
  keep('order-confirmation-en', english.bytes);
  keep('order-confirmation-zh', chinese.bytes);
});

it('prints a delivery note without a price', async () => {
  const paper = await printed(app, shop.warehouse, shipmentId, { language: 'zh-CN' });
  for (const text of ['送货单', '山地自行车', order.number, '2 EA', '签收人', 'Li']) expect(paper.text).toContain(text);
  expect(paper.text).not.toContain('1,234.5');
  keep('delivery-note-zh', paper.bytes);
});

it('prints a label for each parcel of a packed shipment, for the staff alone', async () => {
  await inStock(app, shop, 3);
  const { lines } = await aConfirmedOrder(app, shop, 3);
  const planned = await doneBy(app, shop.warehouse, 'shipmentPlan', 'ShipmentPlanInput', SHIPMENT, {
    lines: [{ orderLineId: lines[0]?.id }],
    carrier: 'DHL',
    tracking: 'D-77',
  });
  expect(await printedLabels(app, shop.warehouse, planned.id)).toMatchObject({ status: 404 });
  const pack = (parcels: number) =>
    doneBy(app, shop.warehouse, 'shipmentPack', 'ShipmentPackInput', SHIPMENT, { ...at(planned), parcels });
  await expect(pack(0)).rejects.toThrow('PARCELS_NOT_COUNTABLE');
  await pack(2);
  const sheet = await printedLabels(app, shop.warehouse, planned.id);
  expect(sheet).toMatchObject({ status: 200, fileName: `Labels ${planned.number}.pdf` });
  for (const text of ['1 / 2', '2 / 2', `${planned.number}-001`, `${planned.number}-002`, '12 Wheel Street', 'D-77'])
    expect(sheet.text).toContain(text);
  const chinese = await printedLabels(app, shop.warehouse, planned.id, { language: 'zh-CN' });
  for (const text of ['收货地址', '寄件方', '我方订单号', '运单号']) expect(chinese.text).toContain(text);
  for (const { bytes } of [sheet, chinese]) expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  keep('labels-en', sheet.bytes);
  keep('labels-zh', chinese.bytes);
  const note = await printed(app, shop.buyer, planned.id);
  expect(note.text).toContain('Parcels2');
  const supplier = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
  for (const actor of [shop.buyer, supplier])
    expect(await printedLabels(app, actor, planned.id)).toMatchObject({ status: 404 });
  for (const id of [order.id, `sdn_${'0'.repeat(32)}`])
    expect(await printedLabels(app, shop.warehouse, id)).toMatchObject({ status: 404 });
});

it('prints an invoice with what is still open, and a credit note with what it lowers', async () => {
  const paper = await printed(app, shop.buyer, invoice.id);
  const text = paper.text.replaceAll('\u00a0', ' ');
  for (const part of ['Invoice', 'INV-000001', 'Oct 31, 2026', 'USD 2,789.97', 'Credited', 'USD 1,394.99', 'Open'])
    expect(text).toContain(part);
  const credit = await printed(app, inChinese(shop.buyer), note.id);
  for (const part of ['贷项通知单', 'CN-000001', '冲销发票', 'INV-000001', 'Scratched'])
    expect(credit.text).toContain(part);
  keep('invoice-en', paper.bytes);
  keep('credit-note-zh', credit.bytes);
});

it('prints a statement of account in both languages', async () => {
  const period = { from: '2026-09-01', to: '2026-11-30' };
  const paper = await printed(app, shop.buyer, 'statement', period);
  const text = paper.text.replaceAll('\u00a0', ' ');
  for (const part of [
    'Statement of account',
    'Opening balance',
    'Invoice INV-000001',
    'Credit note CN-000001',
    '1–30 days late',
  ])
    expect(text).toContain(part);
  keep('statement-en', paper.bytes);
  keep('statement-zh', (await printed(app, inChinese(shop.buyer), 'statement', period)).bytes);
  expect(await printed(app, shop.buyer, 'statement', { from: '2026-11-30', to: '2026-09-01' })).toMatchObject({
    status: 400,
  });
  expect(await printed(app, shop.buyer, 'statement', { from: '2026-01-01', to: '2026-02-31' })).toMatchObject({
    status: 400,
  });
});

it('keeps a picture of the signature with the delivery, for its customer and the staff alone', async () => {
  const photo = Buffer.from('\x89PNG\r\n\x1a\n signed', 'latin1');
  const post = (actor: Actor, body: Buffer) =>
    asked(app, actor, ['POST', '/shipments/:id/proof'], { id: shipmentId, query: { name: 'a/signature.png' }, body });
  expect(await post(shop.warehouse, Buffer.from('<script>'))).toMatchObject({ status: 422 });
  expect(await post(shop.buyer, photo)).toMatchObject({ status: 403 });
  expect(await post(shop.warehouse, photo)).toMatchObject({ status: 201 });
  const { shipment } = await app.ask<{ shipment: { proofFileName: string } }>(
    shop.buyer,
    'query($id: ID!) { shipment(id: $id) { proofFileName } }',
    { id: shipmentId },
  );
  expect(shipment.proofFileName).toBe('asignature.png');
  const read = (actor: Actor) => asked(app, actor, ['GET', '/shipments/:id/proof'], { id: shipmentId });
  expect(await read(shop.buyer)).toMatchObject({ status: 200, fileName: 'asignature.png', bytes: photo });
  const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
  const supplier = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
  for (const actor of [stranger, supplier]) expect(await read(actor)).toMatchObject({ status: 404 });
});

it('states an account between two days: opening, every document with its balance, what is open by age, what is on account', async () => {
  const customerId = toGlobalId('org', shop.customer.id);
  const payment = { customerId, amount: '2000', currency: 'USD', paidOn: '2026-10-05' };
  await doneBy(app, shop.finance, 'paymentRecord', 'PaymentRecordInput', 'payment { id }', payment);
  const ask = (actor: Actor, from: string, to: string, who: string | null = null) =>
    app.ask<{ accountStatements: unknown[] }>(
      actor,
      `query($from: Date!, $to: Date!, $who: ID) { accountStatements(from: $from, to: $to, customerId: $who) { currency
        opening { amount } closing { amount } onAccount { amount } aging { notDue { amount } upTo30 { amount } upTo60 { amount } }
        entries { kind number amount { amount } balance { amount } } } }`,
      { from, to, who },
    );
  const all = await ask(shop.buyer, '2026-09-01', '2026-11-15');
  expect(all.accountStatements).toEqual([
    {
      currency: 'USD',
      opening: { amount: '0' },
      closing: { amount: '-605.02' },
      onAccount: { amount: '605.02' },
      aging: { notDue: { amount: '0' }, upTo30: { amount: '0' }, upTo60: { amount: '0' } },
      entries: [
        { kind: 'INVOICE', number: 'INV-000001', amount: { amount: '2789.97' }, balance: { amount: '2789.97' } },
        { kind: 'CREDIT_NOTE', number: 'CN-000001', amount: { amount: '-1394.99' }, balance: { amount: '1394.98' } },
        { kind: 'RECEIPT', number: 'RP-000001', amount: { amount: '-2000' }, balance: { amount: '-605.02' } },
      ],
    },
  ]);
  const before = await ask(shop.finance, '2026-10-02', '2026-10-04', customerId);
  expect(before.accountStatements).toMatchObject([
    {
      opening: { amount: '1394.98' },
      closing: { amount: '1394.98' },
      aging: { notDue: { amount: '1394.98' } },
      entries: [],
    },
  ]);
  const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
  expect(await ask(stranger, '2026-09-01', '2026-11-15', customerId)).toEqual({ accountStatements: [] });
  expect(await ask(stranger, '2026-09-01', '2026-11-15')).toEqual({ accountStatements: [] });
  expect(await ask(shop.finance, '2026-09-01', '2026-11-15')).toEqual({ accountStatements: [] });
});

it('finds no document of another customer, no draft, and nothing for suppliers, strangers or unknown ids', async () => {
  const stranger = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
  const supplier = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
  for (const id of [order.id, shipmentId, invoice.id, note.id])
    for (const actor of [stranger, supplier]) expect(await printed(app, actor, id)).toMatchObject({ status: 404 });
  const days = { from: '2026-09-01', to: '2026-10-31', customer: `org_${shop.customer.id.replaceAll('-', '')}` };
  expect(await printed(app, stranger, 'statement', days)).toMatchObject({ status: 404 });
  expect(await printed(app, supplier, 'statement', days)).toMatchObject({ status: 404 });
  expect(await printed(app, shop.buyer, `sin_${'0'.repeat(32)}`)).toMatchObject({ status: 404 });
  const other = await aDeliveredOrder(app, shop, 1);
  const draft = await doneBy(app, shop.finance, 'invoiceDraft', 'InvoiceDraftInput', INVOICE, { orderId: other.id });
  for (const actor of [shop.finance, shop.buyer])
    expect(await printed(app, actor, draft.id)).toMatchObject({ status: 404 });
  const { url } = await app.listen();
  expect((await fetch(`${url}/documents/${order.id}?portal=customer`)).status).toBe(404);
});
