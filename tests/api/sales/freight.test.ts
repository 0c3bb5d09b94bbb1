import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { customerTerms } from '../../../server/src/modules/sales/terms/customer-terms.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { aDraft, aShop, confirm, inStock, onOrder, submit } from '../../support/factories/sales.ts';
import { delivered, doneBy, RETURN } from '../../support/stories/selling.ts';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-10-01T20:00:00Z'));
});
afterAll(() => app.close());

it('freight is taxed as the terms say, and goes on the first invoice with its tax', async () => {
  const taxed = await aShop(app, {}, { taxRate: new Decimal('0.13') });
  await inStock(app, taxed, 20);
  const draft = await aDraft(app, taxed, taxed.seller, 5, { freight: '10' });
  expect(draft).toMatchObject({ subtotal: { amount: '50' }, tax: { amount: '7.8' }, total: { amount: '67.8' } });
  const dearer = await onOrder(app, taxed.seller, 'orderDraftChange', {
    orderId: draft.id,
    expectedVersion: draft.version,
    freight: '20',
  });
  expect(dearer).toMatchObject({ tax: { amount: '9.1' }, total: { amount: '79.1' } });
  const terms = { customerId: taxed.customer.id, expectedVersion: 1, isFreightTaxed: false };
  await app.prepare((work) => customerTerms.save(work, terms));
  const free = await aDraft(app, taxed, taxed.seller, 5, { freight: '10' });
  expect(free).toMatchObject({ tax: { amount: '6.5' }, total: { amount: '66.5' } });
});

it('freight is a line of its own, and all is dated by the day where the goods are, not by UTC', async () => {
  const east = await aShop(app);
  await app.owner.query(`update catalog_site set time_zone = 'Asia/Shanghai' where id = $1`, [east.siteId]);
  await inStock(app, east, 5);
  const draft = await aDraft(app, east, east.seller, 5, { freight: '10' });
  const order = await confirm(app, east.seller, await submit(app, east.seller, draft));
  await delivered(app, east, order);
  const shows = 'invoice { id kind issuedOn lines { kind item { id } netAmount { amount } } }';
  const issued = await doneBy(app, east.finance, 'invoiceIssue', 'InvoiceIssueInput', shows, { orderId: order.id });
  expect(issued).toMatchObject({
    issuedOn: '2026-10-02',
    lines: [{ kind: 'GOODS' }, { kind: 'FREIGHT', item: null, netAmount: { amount: '10' } }],
  });
  const payment = {
    customerId: toGlobalId('org', east.customer.id),
    amount: '60',
    currency: 'USD',
    paidOn: '2026-10-02',
  };
  await doneBy(app, east.finance, 'paymentRecord', 'PaymentRecordInput', 'payment { id }', payment);
  const lines = [{ orderLineId: order.lines[0]?.id, quantity: '1' }];
  const asked = { reason: 'Hums', wantedResolution: 'REFUND', lines };
  let back = await doneBy(app, east.buyer, 'returnRequest', 'ReturnRequestInput', RETURN, asked);
  const then = async (act: string, type: string, who: Actor, more: object) => {
    back = await doneBy(app, who, act, type, RETURN, { returnId: back.id, expectedVersion: back.version, ...more });
  };
  const [part] = back['lines'] as { id: string }[];
  await then('returnApprove', 'ReturnAnswerInput', east.seller, { answer: '' });
  await then('returnReceive', 'ReturnReceiveInput', east.warehouse, {
    lines: [{ returnLineId: part?.id, quantity: '1' }],
  });
  await then('returnInspect', 'ReturnInspectInput', east.warehouse, {
    lines: [{ returnLineId: part?.id, outcome: 'RESTOCK' }],
  });
  await then('returnResolve', 'ReturnResolveInput', east.finance, { resolution: 'REFUND', answer: '' });
  const rows = await app.owner.query<{ note: string; refund: string }>(`
      select (select issued_on::text from sales_invoice where kind = 'CREDIT_NOTE') as note,
        (select paid_on::text from sales_payment where kind = 'REFUND') as refund`);
  expect(rows).toEqual([{ note: '2026-10-02', refund: '2026-10-02' }]);
});
