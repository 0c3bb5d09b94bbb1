import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { TestApp } from '../../support/app.ts';
import { aNotice, anOrder, aTrade, type Trade } from '../../support/factories/purchasing.ts';
import { counts, post, refusedPost, stockOf } from '../../support/stories/receiving.ts';

let app: TestApp;
let trade: Trade;

beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const fresh = async () => (trade = await aTrade(app));

it('notes what is missing when nothing more of a notice will come, and lets it be shipped again', async () => {
  await fresh();
  const order = await anOrder(app, trade, { isConfirmed: true });
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 100]]);
  const receipt = await post(app, trade, {
    noticeId: notice.id,
    isComplete: true,
    lines: [{ noticeLineId: notice.lines[0], receivedQuantity: '90' }],
  });
  expect(receipt).toMatchObject({
    notice: { state: 'RECEIVED_WITH_DISCREPANCY' },
    discrepancies: [{ kind: 'SHORT', expectedQuantity: { value: '100' }, actualQuantity: { value: '90' } }],
  });
  expect(await counts(app, trade, order.schedules[0])).toMatchObject({
    open: '10',
    inTransit: '0',
    shippable: '10',
  });
});

it('shows a supplier the differences found in his delivery, and no other supplier', async () => {
  await fresh();
  const order = await anOrder(app, trade);
  const lines = [
    {
      scheduleLineId: order.schedules[0],
      receivedQuantity: '10',
      rejectedQuantity: '4',
      rejectReason: 'Wet',
    },
  ];
  await post(app, trade, { lines });
  const look = '{ discrepancies(first: 10) { nodes { kind detail actualQuantity { value } } totalCount } }';
  expect(await app.ask(trade.seller, look)).toEqual({
    discrepancies: {
      nodes: [{ kind: 'DAMAGED', detail: 'Wet', actualQuantity: { value: '4' } }],
      totalCount: 1,
    },
  });
  const stranger = await aTrade(app);
  expect(await app.ask(stranger.seller, look)).toEqual({ discrepancies: { nodes: [], totalCount: 0 } });
});

it('records goods that nobody knows, without taking them into stock', async () => {
  await fresh();
  const receipt = await post(app, trade, {
    supplierId: toGlobalId('org', trade.supplier.id),
    siteId: toGlobalId('sit', trade.siteId),
    deliveryReference: 'Unknown ASN 99',
    lines: [{ description: 'Blue crates', unit: 'EA', receivedQuantity: '3' }],
  });
  expect(receipt.discrepancies).toMatchObject([{ kind: 'UNKNOWN_ITEM', actualQuantity: { value: '3' } }]);
  expect(await stockOf(app, trade)).toEqual([]);
});

it('keeps an item that nobody ordered in quarantine until somebody decides', async () => {
  await fresh();
  const receipt = await post(app, trade, {
    supplierId: toGlobalId('org', trade.supplier.id),
    siteId: toGlobalId('sit', trade.siteId),
    lines: [{ itemId: toGlobalId('itm', trade.item.id), receivedQuantity: '3' }],
  });
  expect(receipt).toMatchObject({ state: 'INSPECTING', discrepancies: [{ kind: 'UNKNOWN_ITEM' }] });
  expect(await stockOf(app, trade)).toEqual(['QUARANTINE QUALITY 3']);
});

it('notes another lot than was announced, and wants a lot where lots are tracked', async () => {
  trade = await aTrade(app, { isLotTracked: true });
  const order = await anOrder(app, trade, { isConfirmed: true });
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 100, 'L1']]);
  const line = { noticeLineId: notice.lines[0], receivedQuantity: '100' };
  expect(await refusedPost(app, trade.warehouse, { noticeId: notice.id, lines: [line] })).toEqual(['LOT_MISSING']);
  const receipt = await post(app, trade, { noticeId: notice.id, lines: [{ ...line, lot: 'L2' }] });
  expect(receipt.discrepancies).toMatchObject([{ kind: 'WRONG_LOT', detail: 'L1 / L2' }]);
});

it('notes an over-receipt against a notice once', async () => {
  await fresh();
  const order = await anOrder(app, trade, { isConfirmed: true });
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 100]]);
  const receipt = await post(
    app,
    trade,
    {
      noticeId: notice.id,
      acceptOver: true,
      lines: [{ noticeLineId: notice.lines[0], receivedQuantity: '110' }],
    },
    trade.buyer,
  );
  expect(receipt).toMatchObject({
    notice: { state: 'RECEIVED_WITH_DISCREPANCY' },
    discrepancies: [{ kind: 'OVER', expectedQuantity: { value: '100' }, actualQuantity: { value: '110' } }],
  });
});

it('notes more than was announced, although the order allows it', async () => {
  await fresh();
  const order = await anOrder(app, trade, { isConfirmed: true });
  const notice = await aNotice(app, [[order.schedules[0] ?? '', 60]]);
  const receipt = await post(app, trade, {
    noticeId: notice.id,
    lines: [{ noticeLineId: notice.lines[0], receivedQuantity: '70' }],
  });
  expect(receipt.discrepancies).toMatchObject([{ kind: 'OVER', expectedQuantity: { value: '60' } }]);
});
