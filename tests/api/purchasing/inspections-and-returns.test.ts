import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { TestApp } from '../../support/app.ts';
import { aLocation } from '../../support/factories/inventory.ts';
import { aKey, anOrder, aTrade, done, refusals, type Trade } from '../../support/factories/purchasing.ts';
import { counts, post, RECEIPT, stockOf, type AReceipt } from '../../support/stories/receiving.ts';

let app: TestApp;
let trade: Trade;
let scheduleLine: string;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());
beforeEach(async () => {
  trade = await aTrade(app);
  scheduleLine = (await anOrder(app, trade)).schedules[0] ?? '';
});

const received = (quantities: object) =>
  post(app, trade, { lines: [{ scheduleLineId: scheduleLine, receivedQuantity: '100', ...quantities }] });
const finding = (receipt: AReceipt, values: object) => ({
  idempotencyKey: aKey(),
  id: receipt.id,
  expectedVersion: receipt.version,
  lines: [{ receiptLineId: receipt.lines[0]?.id, ...values }],
});
const inspect = async (receipt: AReceipt, values: object) => {
  const input = finding(receipt, values);
  const selection = `receipt { ${RECEIPT} }`;
  return (
    await done<{ receipt: AReceipt }>(app, trade.warehouse, 'receiptInspect', 'ReceiptInspectInput', input, selection)
  ).receipt;
};
const putAway = (receipt: AReceipt, toLocationId: string | null = null) =>
  done<{ receipt: AReceipt }>(
    app,
    trade.warehouse,
    'receiptPutAway',
    'ReceiptPutAwayInput',
    { idempotencyKey: aKey(), id: receipt.id, expectedVersion: receipt.version, toLocationId },
    `receipt { ${RECEIPT} }`,
  );
const returned = (receipt: AReceipt, quantity: string | null = null) => ({
  idempotencyKey: aKey(),
  reason: 'Rust',
  lines: [{ receiptLineId: receipt.lines[0]?.id, quantity }],
});

it('moves goods out of quarantine as they are accepted and rejected', async () => {
  const receipt = await received({ quarantineQuantity: '100' });
  expect(receipt.state).toBe('INSPECTING');
  expect(await counts(app, trade, scheduleLine)).toMatchObject({
    open: '0',
    quarantine: '100',
    state: 'OPEN',
  });
  const half = await inspect(receipt, { acceptedQuantity: '70' });
  expect(half.state).toBe('INSPECTING');
  const whole = await inspect(half, { acceptedQuantity: '20', rejectedQuantity: '10', reason: 'Cracks' });
  expect(whole).toMatchObject({
    state: 'COUNTED',
    lines: [{ acceptedQuantity: { value: '90' }, inspections: [{}, { rejectedQuantity: '10', reason: 'Cracks' }] }],
  });
  expect(await counts(app, trade, scheduleLine)).toMatchObject({
    received: '100',
    accepted: '90',
    rejected: '10',
    quarantine: '0',
    open: '10',
  });
  expect(await stockOf(app, trade)).toEqual(['QUARANTINE BLOCKED 10', 'RECEIVING UNRESTRICTED 90']);
});

it('refuses to decide about more than is in quarantine, without a reason, or on a page that is behind', async () => {
  const receipt = await received({ quarantineQuantity: '10' });
  const refused = (input: object) => refusals(app, trade.warehouse, 'receiptInspect', 'ReceiptInspectInput', input);
  expect(await refused(finding(receipt, { acceptedQuantity: '11' }))).toEqual(['MORE_THAN_QUARANTINE']);
  expect(await refused(finding(receipt, { rejectedQuantity: '1' }))).toEqual(['REASON_MISSING']);
  expect(await refused(finding(receipt, {}))).toEqual(['QUANTITY_NOT_POSITIVE']);
  await inspect(receipt, { acceptedQuantity: '5' });
  expect(await refused(finding(receipt, { acceptedQuantity: '5' }))).toEqual(['STALE_OBJECT']);
});

it('puts accepted goods away into storage, or where it is told', async () => {
  const receipt = await received({ quarantineQuantity: '40' });
  const away = await putAway(receipt);
  expect(away.receipt.state).toBe('INSPECTING');
  expect(await stockOf(app, trade)).toEqual(['QUARANTINE QUALITY 40', 'STORAGE UNRESTRICTED 60']);
  const decided = await inspect(away.receipt, { acceptedQuantity: '40' });
  const storage = toGlobalId('loc', await aLocation(app, trade.siteId, 'STORAGE'));
  expect((await putAway(decided, storage)).receipt.state).toBe('PUT_AWAY');
  expect(await stockOf(app, trade)).toEqual(['STORAGE UNRESTRICTED 100']);
});

it('puts accepted goods away at once when the receipt says where', async () => {
  const storage = toGlobalId('loc', await aLocation(app, trade.siteId, 'STORAGE'));
  const receipt = await post(app, trade, {
    toLocationId: storage,
    lines: [{ scheduleLineId: scheduleLine, receivedQuantity: '100' }],
  });
  expect(receipt.state).toBe('PUT_AWAY');
  expect(await stockOf(app, trade)).toEqual(['STORAGE UNRESTRICTED 100']);
});

it('sends rejected goods back with the credit expected for them, and changes nothing of the receipt', async () => {
  const receipt = await received({ rejectedQuantity: '10', rejectReason: 'Rust' });
  const selection = 'supplierReturn { number expectedCredit { amount currency } lines { quantity { value unit } } }';
  const answer = await done<{ supplierReturn: object }>(
    app,
    trade.warehouse,
    'supplierReturnPost',
    'SupplierReturnPostInput',
    returned(receipt, '4'),
    selection,
  );
  expect(answer.supplierReturn).toMatchObject({
    number: expect.stringMatching(/^RT-\d{6}$/) as string,
    expectedCredit: { amount: '40', currency: 'USD' },
    lines: [{ quantity: { value: '4', unit: 'EA' } }],
  });
  expect(await stockOf(app, trade)).toEqual(['QUARANTINE BLOCKED 6', 'RECEIVING UNRESTRICTED 90']);
  expect(await counts(app, trade, scheduleLine)).toMatchObject({
    received: '100',
    rejected: '10',
    open: '10',
  });
});

it('returns no more than was rejected and is still here', async () => {
  const receipt = await received({ rejectedQuantity: '10', rejectReason: 'Rust' });
  const refused = (input: object) =>
    refusals(app, trade.warehouse, 'supplierReturnPost', 'SupplierReturnPostInput', input);
  expect(await refused(returned(receipt, '11'))).toEqual(['MORE_THAN_REJECTED']);
  await done(
    app,
    trade.warehouse,
    'supplierReturnPost',
    'SupplierReturnPostInput',
    returned(receipt),
    'supplierReturn { id }',
  );
  expect(await refused(returned(receipt, '1'))).toEqual(['MORE_THAN_REJECTED']);
  expect(await refused(returned(receipt))).toEqual(['QUANTITY_NOT_POSITIVE']);
  expect(await refused({ ...returned(receipt), reason: '' })).toEqual(['REASON_MISSING']);
});

it('expects no credit for consignment goods', async () => {
  scheduleLine = (await anOrder(app, trade, { isConsignment: true })).schedules[0] ?? '';
  const receipt = await received({ rejectedQuantity: '10', rejectReason: 'Rust' });
  const answer = await done<{ supplierReturn: object }>(
    app,
    trade.warehouse,
    'supplierReturnPost',
    'SupplierReturnPostInput',
    returned(receipt),
    'supplierReturn { expectedCredit { amount } }',
  );
  expect(answer.supplierReturn).toEqual({ expectedCredit: { amount: '0' } });
});

it('settles a discrepancy once', async () => {
  const receipt = await received({ rejectedQuantity: '10', rejectReason: 'Rust' });
  const [found] = receipt.discrepancies;
  const input = {
    id: found?.id,
    expectedVersion: found?.version,
    resolution: 'CREDITED',
    note: 'Credit note 7',
  };
  const selection = 'discrepancy { state resolution resolutionNote version allowedActions }';
  const settled = await done<{ discrepancy: { version: number } }>(
    app,
    trade.buyer,
    'discrepancyResolve',
    'DiscrepancyResolveInput',
    input,
    selection,
  );
  expect(settled.discrepancy).toMatchObject({
    state: 'RESOLVED',
    resolution: 'CREDITED',
    allowedActions: [],
  });
  const again = (expectedVersion: number | undefined) =>
    refusals(app, trade.buyer, 'discrepancyResolve', 'DiscrepancyResolveInput', {
      ...input,
      expectedVersion,
    });
  expect(await again(found?.version)).toEqual(['STALE_OBJECT']);
  expect(await again(settled.discrepancy.version)).toEqual(['NOT_IN_THIS_STATE']);
});
