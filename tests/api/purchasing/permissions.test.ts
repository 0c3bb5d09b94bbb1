import { afterAll, beforeAll, expect, it } from 'vitest';
import { purchasing } from '../../../server/src/modules/purchasing/purchasing.module.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor } from '../../support/factories/identity.ts';
import { aKey, aTrade, refusals, type Trade } from '../../support/factories/purchasing.ts';

let app: TestApp;
let trade: Trade;
let viewer: Actor;
let onlooker: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  trade = await aTrade(app);
  viewer = await anActor(app, trade.company, 'VIEWER');
  onlooker = await anActor(app, trade.supplier, 'SUPPLIER_VIEWER');
});
afterAll(() => app.close());

const anyId = 'xxx_0198c5c60000700080000000000000ff';
const end = { idempotencyKey: aKey(), orderId: anyId, expectedVersion: 1, reason: 'x' };
const step = { idempotencyKey: aKey(), id: anyId, expectedVersion: 1 };
const nothing = { idempotencyKey: aKey(), lines: [] };

/** Every act of purchasing with the least input that the schema lets through. */
const acts: readonly [action: string, mutation: string, input: object][] = [
  ['purchasing.order.draft', 'purchaseOrderDraft', { ...nothing, supplierId: anyId, siteId: anyId }],
  ['purchasing.order.issue', 'purchaseOrderIssue', { idempotencyKey: aKey(), orderId: anyId, expectedVersion: 1 }],
  ['purchasing.order.change', 'purchaseOrderChange', end],
  ['purchasing.order.cancel', 'purchaseOrderCancel', end],
  ['purchasing.order.close', 'purchaseOrderClose', end],
  ['purchasing.order.review', 'orderAnswerReview', { idempotencyKey: aKey(), answerId: anyId, decision: 'ACCEPT' }],
  [
    'purchasing.order.answer',
    'purchaseOrderAnswer',
    { idempotencyKey: aKey(), orderId: anyId, version: 1, decision: 'ACCEPT' },
  ],
  ['purchasing.notice.save', 'shipmentNoticeSave', { ...nothing, expectedOn: '2027-01-01' }],
  ['purchasing.notice.submit', 'shipmentNoticeSubmit', step],
  ['purchasing.notice.dispatch', 'shipmentNoticeDispatch', { ...step, shippedOn: '2027-01-01' }],
  ['purchasing.notice.reschedule', 'shipmentNoticeChangeExpected', { ...step, expectedOn: '2027-01-01', reason: 'x' }],
  ['purchasing.notice.cancel', 'shipmentNoticeCancel', step],
  ['purchasing.notice.arrive', 'noticeArrive', { id: anyId, expectedVersion: 1 }],
  ['purchasing.receipt.post', 'receiptPost', nothing],
  ['purchasing.receipt.inspect', 'receiptInspect', { ...step, lines: [] }],
  ['purchasing.receipt.put_away', 'receiptPutAway', step],
  ['purchasing.discrepancy.resolve', 'discrepancyResolve', { id: anyId, expectedVersion: 1, resolution: 'ACCEPTED' }],
  ['purchasing.return.post', 'supplierReturnPost', { ...nothing, reason: 'x' }],
];
const inputType = (mutation: string): string =>
  /^purchaseOrder(Cancel|Close)$/.test(mutation)
    ? 'PurchaseOrderEndInput'
    : `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
const isForSupplier = (action: string): boolean =>
  purchasing.actions[action]?.every((role) => role.startsWith('SUPPLIER')) ?? false;

it.each(acts)('%s is refused to somebody of the right side without the role', async (action, mutation, input) => {
  const actor = isForSupplier(action) ? onlooker : viewer;
  expect(await refusals(app, actor, mutation, inputType(mutation), input)).toEqual(['FORBIDDEN']);
});

it.each(acts)('%s does not exist for the other side', async (action, mutation, input) => {
  const actor = isForSupplier(action) ? trade.buyer : trade.seller;
  const [first] = await refusals(app, actor, mutation, inputType(mutation), input);
  expect(first).toMatch(/Cannot query field|Unknown type/);
});

it.each(acts.filter(([, , input]) => JSON.stringify(input).includes(anyId)))(
  '%s finds nothing under an unknown id',
  async (action, mutation, input) => {
    const actor = await anActor(
      app,
      isForSupplier(action) ? trade.supplier : trade.company,
      isForSupplier(action) ? 'SUPPLIER_ADMIN' : 'ADMIN',
    );
    expect(await refusals(app, actor, mutation, inputType(mutation), { ...input, ...fresh(input) })).toEqual([
      'NOT_FOUND',
    ]);
  },
);

it('names every act of purchasing here, except the one that is checked where goods come in', () => {
  const named = acts.map(([action]) => action);
  expect(Object.keys(purchasing.actions).filter((action) => !named.includes(action))).toEqual([
    'purchasing.receipt.accept_over',
  ]);
});

function fresh(input: object): object {
  return 'idempotencyKey' in input ? { idempotencyKey: aKey() } : {};
}
