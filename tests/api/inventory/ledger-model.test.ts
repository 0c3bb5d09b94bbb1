import { fc } from '../../support/properties.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { inOrder } from '../../../server/src/kernel/in-order.ts';
import { stockAudit } from '../../../server/src/modules/inventory/ledger/stock-audit.service.ts';
import {
  stockLedger,
  type MoveInput,
  type Place,
} from '../../../server/src/modules/inventory/ledger/stock-ledger.service.ts';
import { reservations } from '../../../server/src/modules/inventory/reservation/reservations.service.ts';
import { newId } from '../../../server/src/kernel/id.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anOrganisation } from '../../support/factories/identity.ts';
import { aLocation } from '../../support/factories/inventory.ts';

/** The ledger as anybody would write it down: what is where, and how much of it is set aside. */
class PaperLedger {
  readonly onHand = new Map<string, Decimal>();
  readonly reserved = new Map<string, Decimal>();

  post(moves: readonly MoveInput[]): boolean {
    const changes = new Map<string, Decimal>();
    const add = (move: MoveInput, place: Place, amount: Decimal) => {
      if (virtual.has(place.locationId)) return;
      const key = keyOf(move.itemId, place, move.lot);
      changes.set(key, (changes.get(key) ?? new Decimal(0)).plus(amount));
    };
    for (const move of moves) {
      add(move, move.from, move.quantity.negated());
      add(move, move.to, move.quantity);
    }
    const isShort = ([key, change]: [string, Decimal]) => change.lt(0) && this.available(key).plus(change).lt(0);
    if ([...changes].some(isShort)) return false;
    for (const [key, change] of changes) this.onHand.set(key, this.at(key).plus(change));
    return true;
  }

  reserve(key: string, quantity: Decimal): boolean {
    if (this.available(key).lt(quantity)) return false;
    this.reserved.set(key, (this.reserved.get(key) ?? new Decimal(0)).plus(quantity));
    return true;
  }

  at = (key: string): Decimal => this.onHand.get(key) ?? new Decimal(0);
  available = (key: string): Decimal => this.at(key).minus(this.reserved.get(key) ?? 0);
}

const keyOf = (itemId: string, { locationId, ownerId, status = 'UNRESTRICTED' }: Place, lot = '') =>
  [itemId, locationId, ownerId, status, lot].join(' ');

let app: TestApp;
let owners: string[];
let locations: string[];
const virtual = new Set<string>();
let items: string[];

beforeAll(async () => {
  app = await TestApp.start();
  owners = [(await anOrganisation(app, 'company')).id, (await anOrganisation(app, 'supplier')).id];
  const sites = [await aSite(app), await aSite(app)];
  locations = await inOrder(['STORAGE', 'RECEIVING', 'ADJUSTMENT', 'PRODUCTION'] as const, (kind) =>
    aLocation(app, sites[0] ?? '', kind),
  );
  locations.push(await aLocation(app, sites[1] ?? ''));
  [locations[2], locations[3]].forEach((id) => virtual.add(id ?? ''));
});
beforeEach(async () => void (items = [(await anItem(app)).id, (await anItem(app)).id]));
afterAll(() => app.close());

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const somePlace = fc.record({
  location: fc.nat(4),
  owner: fc.nat(1),
  status: fc.constantFrom('UNRESTRICTED', 'BLOCKED'),
});
const someMove = fc.record({
  item: fc.nat(1),
  from: somePlace,
  to: somePlace,
  lot: fc.constantFrom('', 'L1'),
  hundredths: fc.integer({ min: 1, max: 3000 }),
});
type SomePlace = { location: number; owner: number; status: string };
type SomeMove = { item: number; from: SomePlace; to: SomePlace; lot: string; hundredths: number };

const placeOf = ({ location, owner, status }: SomePlace): Place => ({
  locationId: pick(locations, location),
  ownerId: pick(owners, owner),
  status: status as 'BLOCKED',
});
const toInputs = (moves: readonly SomeMove[]): MoveInput[] =>
  moves
    .map(({ item, from, to, lot, hundredths }) => ({
      itemId: pick(items, item),
      from: placeOf(from),
      to: placeOf(to),
      quantity: new Decimal(hundredths).div(100),
      reason: 'TRANSFER' as const,
      lot,
    }))
    .filter(({ from, to }) => keyOf('', from) !== keyOf('', to));

async function post(moves: readonly MoveInput[]): Promise<boolean> {
  try {
    await app.prepare((work) => stockLedger.post(work, moves));
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'INSUFFICIENT_STOCK') return false;
    throw error;
  }
}

interface BalanceRow {
  item_id: string;
  location_id: string;
  owner_id: string;
  status: 'BLOCKED';
  lot: string;
  on_hand: string;
  reserved: string;
}
const balances = async (): Promise<[string, string, string][]> =>
  (
    await app.owner.query<BalanceRow>(
      'select item_id, location_id, owner_id, status, lot, trim_scale(on_hand)::text as on_hand, trim_scale(reserved)::text as reserved from inventory_stock_balance where item_id = any($1) and on_hand > 0',
      [items],
    )
  )
    .map((row): [string, string, string] => [
      keyOf(row.item_id, { locationId: row.location_id, ownerId: row.owner_id, status: row.status }, row.lot),
      row.on_hand,
      row.reserved,
    ])
    .sort();

const written = (paper: PaperLedger): [string, string, string][] =>
  [...paper.onHand]
    .filter(([, amount]) => amount.gt(0))
    .map(([key, amount]): [string, string, string] => [
      key,
      amount.toString(),
      (paper.reserved.get(key) ?? new Decimal(0)).toString(),
    ])
    .sort();

const noDifference = async () => expect(await app.prepare((work) => stockAudit.differences(work))).toEqual([]);

it('keeps the same books as a ledger on paper, whatever is posted and reserved', async () => {
  const command = fc.oneof(
    { weight: 4, arbitrary: fc.record({ moves: fc.array(someMove, { minLength: 1, maxLength: 6 }) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        item: fc.nat(1),
        place: somePlace,
        hundredths: fc.integer({ min: 1, max: 2000 }),
      }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(command, { maxLength: 12 }), async (commands) => {
      items = [(await anItem(app)).id, (await anItem(app)).id];
      const paper = new PaperLedger();
      await inOrder(commands, async (one) => {
        if ('moves' in one) {
          const moves = toInputs(one.moves);
          expect(await post(moves)).toBe(paper.post(moves));
          return;
        }
        const [itemId, place, quantity] = [
          pick(items, one.item),
          placeOf(one.place),
          new Decimal(one.hundredths).div(100),
        ];
        const reserving = app.prepare((work) =>
          reservations.reserve(work, [{ itemId, place, quantity, documentType: 'Order', documentId: newId() }]),
        );
        expect(
          await reserving.then(
            () => true,
            () => false,
          ),
        ).toBe(paper.reserve(keyOf(itemId, place), quantity));
      });
      expect(await balances()).toEqual(written(paper));
    }),
    { numRuns: 40 },
  );
  await noDifference();
});

it('concurrent postings leave exactly the sum of those that succeeded, and nothing below zero', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(someMove, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 24 }),
      async (batches) => {
        items = [(await anItem(app)).id, (await anItem(app)).id];
        const opening: MoveInput[] = items.flatMap((itemId) =>
          [0, 1, 4].map((location) => ({
            itemId,
            from: { locationId: pick(locations, 2), ownerId: pick(owners, 0) },
            to: { locationId: pick(locations, location), ownerId: pick(owners, 0) },
            quantity: new Decimal(25),
            reason: 'OPENING' as const,
          })),
        );
        await post(opening);
        const posting = batches.map(toInputs);
        const succeeded = await Promise.all(posting.map(post));
        const total = new PaperLedger();
        total.onHand.clear();
        // In any order the sums are the same, so the paper adds up what succeeded as one posting.
        expect(total.post([opening, ...posting.filter((_, index) => succeeded[index])].flat())).toBe(true);
        expect(await balances()).toEqual(written(total));
      },
    ),
    { numRuns: 12 },
  );
  await noDifference();
});

it('concurrent opposite transfers of the same stock neither deadlock nor lose a piece', async () => {
  const [itemId] = items as [string];
  const place = (location: number): Place => ({
    locationId: pick(locations, location),
    ownerId: pick(owners, 0),
  });
  const move = (from: number, to: number, quantity: number): MoveInput => ({
    itemId,
    from: place(from),
    to: place(to),
    quantity: new Decimal(quantity),
    reason: 'TRANSFER',
  });
  await post([move(2, 0, 1000), move(2, 1, 1000)]);
  const deadlocks = async () =>
    (
      await app.owner.query<{ n: string }>(
        'select deadlocks as n from pg_stat_database where datname = current_database()',
      )
    )[0]?.n;
  const before = await deadlocks();
  const transfers = Array.from({ length: 200 }, (_, index) =>
    index % 2 ? move(0, 1, 1 + (index % 7)) : move(1, 0, 1 + (index % 5)),
  );
  const done = await Promise.all(transfers.map((transfer) => post([transfer])));
  expect(done.every(Boolean)).toBe(true);
  const moved = (index: number) =>
    transfers.filter((_, i) => i % 2 === index).reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0));
  const shift = moved(0).minus(moved(1));
  expect(new Map((await balances()).map(([key, amount]) => [key, amount]))).toEqual(
    new Map([
      [keyOf(itemId, place(0)), shift.plus(1000).toString()],
      [keyOf(itemId, place(1)), new Decimal(1000).minus(shift).toString()],
    ]),
  );
  expect(await deadlocks()).toBe(before);
  await noDifference();
});

it('concurrent takers of the last stock get exactly what is there', async () => {
  const [itemId] = items as [string];
  const ownerId = pick(owners, 0);
  const take = (from: number, to: number, quantity: number): MoveInput => ({
    itemId,
    from: { locationId: pick(locations, from), ownerId },
    to: { locationId: pick(locations, to), ownerId },
    quantity: new Decimal(quantity),
    reason: 'ISSUE',
  });
  await post([take(2, 0, 30)]);
  const reserve = () =>
    app
      .prepare((work) =>
        reservations.reserve(work, [
          {
            itemId,
            place: { locationId: pick(locations, 0), ownerId },
            quantity: new Decimal(2),
            documentType: 'Order',
            documentId: newId(),
          },
        ]),
      )
      .then(
        () => true,
        () => false,
      );
  const takers = Array.from({ length: 60 }, (_, index) => (index % 2 ? reserve() : post([take(0, 3, 2)])));
  const granted = (await Promise.all(takers)).filter(Boolean).length;
  expect(granted).toBe(15);
});
