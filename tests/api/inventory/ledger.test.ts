import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { newId } from '../../../server/src/kernel/id.ts';
import { stockAudit } from '../../../server/src/modules/inventory/ledger/stock-audit.service.ts';
import { stockLedger, type MoveInput } from '../../../server/src/modules/inventory/ledger/stock-ledger.service.ts';
import { reservations } from '../../../server/src/modules/inventory/reservation/reservations.service.ts';
import { stockSharing } from '../../../server/src/modules/inventory/sharing/stock-sharing.service.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anOrganisation } from '../../support/factories/identity.ts';
import { aLocation, someStock } from '../../support/factories/inventory.ts';

const clock = fixedClock('2026-11-24T20:00:00Z');
let app: TestApp;
let ownerId: string;
let siteId: string;
let itemId: string;
let storage: string;
let production: string;

beforeAll(async () => {
  app = await TestApp.start(clock);
  ownerId = (await anOrganisation(app, 'company')).id;
  siteId = await aSite(app, 'SHA', 'Asia/Shanghai');
  [storage, production] = [await aLocation(app, siteId), await aLocation(app, siteId, 'PRODUCTION')];
});
beforeEach(async () => void (itemId = (await anItem(app)).id));
afterAll(() => app.close());

const take = (quantity: string | number, over: Partial<MoveInput> = {}): MoveInput => ({
  itemId,
  from: { locationId: storage, ownerId },
  to: { locationId: production, ownerId },
  quantity: new Decimal(quantity),
  reason: 'CONSUMPTION',
  ...over,
});
const post = (...moves: MoveInput[]) => app.prepare((work) => stockLedger.post(work, moves));
const onHand = async (): Promise<string[]> =>
  (
    await app.owner.query<{ on_hand: string }>(
      'select trim_scale(on_hand)::text as on_hand from inventory_stock_balance where item_id = $1 order by location_id',
      [itemId],
    )
  ).map((row) => row.on_hand);
const usage = (): Promise<object[]> =>
  app.owner.query(
    'select day::text, trim_scale(quantity)::text as quantity from inventory_daily_usage where item_id = $1 order by day',
    [itemId],
  );

it('posts any number of moves in one statement, beside the one that ends the transaction', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 100 });
  const seen = await app.statements(() => post(...Array.from({ length: 40 }, () => take(1))));
  expect(seen).toHaveLength(2);
  expect(seen[1]).toContain('app_seal');
  expect(await onHand()).toEqual(['60']);
});

it('lets moves of one posting pass through a place that was empty', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 5 });
  const receiving = await aLocation(app, siteId, 'RECEIVING');
  const via = { locationId: receiving, ownerId };
  await post(take(5, { to: via, reason: 'TRANSFER' }), take(5, { from: via }));
  expect((await onHand()).filter((amount) => amount !== '0')).toEqual([]);
});

it('refuses more than there is, says how much there is, and leaves nothing behind', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 3 });
  const other = (await anItem(app)).id;
  await someStock(app, { itemId: other, siteId, ownerId, quantity: 9 });
  await expect(post(take(1, { itemId: other }), take('3.000001'))).rejects.toMatchObject({
    code: 'INSUFFICIENT_STOCK',
    data: { itemId, available: { value: '3', unit: 'EA' }, nextAvailableOn: null },
  });
  expect(await onHand()).toEqual(['3']);
  expect(await app.owner.query('select 1 from inventory_stock_move where item_id = $1', [itemId])).toHaveLength(1);
});

it('refuses a quantity of nothing, and a move that ends where it begins', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 3 });
  await expect(post(take(0))).rejects.toMatchObject({ code: 'QUANTITY_NOT_POSITIVE' });
  await expect(post(take(-1))).rejects.toMatchObject({ code: 'QUANTITY_NOT_POSITIVE' });
  await expect(post(take(1, { to: { locationId: storage, ownerId } }))).rejects.toMatchObject({
    constraint: 'inventory_stock_move_goes_somewhere',
  });
});

it('counts what production takes by the day of the site, and takes it back by a reversal', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 100 });
  const [first] = await post(take(7), take(5, { movedAt: new Date('2026-11-20T10:00:00Z') }));
  await post(take(2), take(1, { reason: 'TRANSFER' }));
  expect(await usage()).toEqual([
    { day: '2026-11-20', quantity: '5' },
    { day: '2026-11-25', quantity: '9' },
  ]);
  clock.advance(3 * 86_400_000);
  await app.prepare((work) => stockLedger.reverse(work, first?.id ?? '', 'wrong item'));
  clock.advance(-3 * 86_400_000);
  expect(await usage()).toEqual([
    { day: '2026-11-20', quantity: '5' },
    { day: '2026-11-25', quantity: '2' },
  ]);
  expect(await onHand()).toEqual(['92']);
});

it('reverses a move once, by a counter-entry, and never a reversal', async () => {
  const opening = await someStock(app, { itemId, siteId, ownerId, quantity: 4 });
  const reverse = (id: string) => app.prepare((work) => stockLedger.reverse(work, id, 'mistake'));
  const counter = await reverse(opening.id);
  expect(counter).toMatchObject({ reason: 'REVERSAL', from: { locationId: storage } });
  await expect(reverse(opening.id)).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
  await expect(reverse(counter.id)).rejects.toMatchObject({ code: 'ALREADY_REVERSED' });
  expect(await onHand()).toEqual(['0']);
});

it('two reversals at the same time make one counter-entry', async () => {
  const opening = await someStock(app, { itemId, siteId, ownerId, quantity: 4 });
  await someStock(app, { itemId, siteId, ownerId, quantity: 40 });
  const reverse = () => app.prepare((work) => stockLedger.reverse(work, opening.id, 'mistake'));
  const done = await Promise.allSettled([reverse(), reverse(), reverse()]);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await onHand()).toEqual(['40']);
});

it('keeps the age of stock through a transfer, and starts anew after it was gone', async () => {
  const aged = async () =>
    (
      await app.owner.query<{ aged_since: Date }>(
        'select aged_since from inventory_stock_balance where item_id = $1 and on_hand > 0',
        [itemId],
      )
    ).map((row) => row.aged_since.toISOString().slice(0, 10));
  await someStock(app, { itemId, siteId, ownerId, quantity: 4 });
  const quarantine = { locationId: await aLocation(app, siteId, 'QUARANTINE'), ownerId };
  clock.advance(10 * 86_400_000);
  await post(take(4, { to: quarantine, reason: 'TRANSFER' }));
  expect(await aged()).toEqual(['2026-11-24']);
  await post(take(4, { from: quarantine, reason: 'SCRAP' }));
  await someStock(app, { itemId, siteId, ownerId, quantity: 1 });
  expect(await aged()).toEqual(['2026-12-04']);
  clock.advance(-10 * 86_400_000);
});

it('tells the company, and every supplier that shares the stock, what moved', async () => {
  const [sharing, stranger] = [await anOrganisation(app, 'supplier'), await anOrganisation(app, 'supplier')];
  const share = { itemId, siteId, ownerId };
  await app.prepare((work) =>
    stockSharing.grant(work, [
      { ...share, supplierId: sharing.id },
      { ...share, supplierId: sharing.id },
      { ...share, supplierId: stranger.id },
    ]),
  );
  await app.prepare((work) => stockSharing.revoke(work, [{ ...share, supplierId: stranger.id }]));
  const posted = await someStock(app, { itemId, siteId, ownerId, quantity: 1 });
  const events = await app.owner.query(
    'select name, supplier_id, payload from platform_event where subject_id = $1 order by supplier_id nulls first',
    [posted.id],
  );
  const payload = { itemIds: [itemId], siteIds: [siteId] };
  expect(events).toEqual([
    { name: 'inventory.stock.moved', supplier_id: null, payload },
    { name: 'inventory.stock.moved', supplier_id: sharing.id, payload },
  ]);
});

it('reserves all or nothing, keeps it from others, and lets go of it', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 10 });
  const documentId = newId();
  const wanted = (quantity: number) => ({
    itemId,
    place: { locationId: storage, ownerId },
    quantity: new Decimal(quantity),
    documentType: 'SalesOrder',
    documentId,
  });
  const reserve = (...quantities: number[]) =>
    app.prepare((work) => reservations.reserve(work, quantities.map(wanted)));
  expect(await reserve(4, 2)).toHaveLength(2);
  await expect(reserve(1, 4)).rejects.toMatchObject({
    code: 'INSUFFICIENT_STOCK',
    params: { available: '4', asked: '5' },
  });
  await expect(post(take(5))).rejects.toMatchObject({ data: { available: { value: '4' } } });
  await app.prepare(async (work) => {
    await reservations.fulfil(work, 'SalesOrder', documentId);
    await stockLedger.post(work, [take(6)]);
  });
  expect(await onHand()).toEqual(['4']);
  await reserve(4);
  await app.prepare((work) => reservations.release(work, 'SalesOrder', documentId));
  await app.prepare((work) => reservations.release(work, 'SalesOrder', documentId));
  await post(take(4));
  const states = await app.owner.query<{ state: string }>(
    'select state from inventory_reservation order by created_at, state',
  );
  expect(states.map(({ state }) => state).sort()).toEqual(['FULFILLED', 'FULFILLED', 'RELEASED']);
});

it('lists an item that is kept somewhere with nothing on hand', async () => {
  const kept = { itemId, place: { locationId: storage, ownerId } };
  await app.prepare((work) => stockLedger.keep(work, [kept, { itemId, place: { locationId: production, ownerId } }]));
  await app.prepare((work) => stockLedger.keep(work, [kept]));
  expect(await onHand()).toEqual(['0']);
});

it('holds no stock in the places it comes from and goes to', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 5 });
  await post(take(5));
  expect(
    await app.owner.query(
      `select 1 from inventory_stock_balance b join catalog_location l on l.id = b.location_id where l.kind not in ('STORAGE', 'RECEIVING', 'QUARANTINE')`,
    ),
  ).toEqual([]);
});

it.each([
  ['change a move', sql`update inventory_stock_move set quantity = 1`, '42501'],
  ['delete a move', sql`delete from inventory_stock_move`, '42501'],
  ['empty the ledger', sql`truncate inventory_stock_move cascade`, '42501'],
  ['have less than nothing', sql`update inventory_stock_balance set on_hand = -1`, '23514'],
  ['reserve more than there is', sql`update inventory_stock_balance set reserved = on_hand + 1`, '23514'],
])('does not let the API role %s, even in SQL of its own', async (_what, statement, code) => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 5 });
  await expect(app.prepare((work) => statement.execute(work.sql))).rejects.toMatchObject({ code });
});

it('finds a balance that is not the sum of its moves, and rebuilds it', async () => {
  await someStock(app, { itemId, siteId, ownerId, quantity: 5 });
  await app.owner.query('update inventory_stock_balance set on_hand = 7 where item_id = $1', [itemId]);
  const lost = (await anItem(app)).id;
  await someStock(app, { itemId: lost, siteId, ownerId, quantity: 2 });
  await app.owner.query('delete from inventory_stock_balance where item_id = $1', [lost]);
  const differences = () => app.prepare((work) => stockAudit.differences(work));
  expect((await differences()).map(({ ledger, balance }) => [ledger, balance])).toEqual([
    ['5', '7'],
    ['2', 'none'],
  ]);
  expect(await app.prepare((work) => stockAudit.rebuild(work))).toHaveLength(2);
  expect(await differences()).toEqual([]);
  expect(await onHand()).toEqual(['5']);
  expect(await app.prepare((work) => stockAudit.rebuild(work))).toEqual([]);
});
