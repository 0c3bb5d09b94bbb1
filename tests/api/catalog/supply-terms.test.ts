import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { Quantity } from '../../../server/src/kernel/quantity.ts';
import { convert } from '../../../server/src/kernel/unit.ts';
import { Calendar } from '../../../server/src/modules/catalog/calendar/calendar.entity.ts';
import { partyCalendars } from '../../../server/src/modules/catalog/calendar/party-calendars.service.ts';
import { ItemUnit } from '../../../server/src/modules/catalog/item/item-unit.entity.ts';
import { unitConversion } from '../../../server/src/modules/catalog/item/unit-conversion.service.ts';
import { siteLocations } from '../../../server/src/modules/catalog/site/site-locations.service.ts';
import { siteSetup } from '../../../server/src/modules/catalog/site/site-setup.service.ts';
import { supplyTerms } from '../../../server/src/modules/catalog/supplier-item/supply-terms.service.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite, aSupplierItem, aUnit } from '../../support/factories/catalog.ts';
import { anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()));
afterAll(() => app.close());

it('answers with the lead time of the supplier that is asked for, however quick another one is', async () => {
  const [slow, quick] = [await anOrganisation(app, 'supplier'), await anOrganisation(app, 'supplier')];
  const item = await anItem(app, { leadTimeDays: 2 });
  await aSupplierItem(app, quick.id, item.id, { leadTimeDays: 3, isPreferred: true });
  await aSupplierItem(app, slow.id, item.id, { leadTimeDays: 21 });
  const days = (supplierId: string) =>
    app.prepare(async (work) => (await supplyTerms.of(work, supplierId, [item.id])).get(item.id)?.leadTimeDays);
  expect([await days(slow.id), await days(quick.id)]).toEqual([21, 3]);
});

it('reads the terms of many items with their prices in one statement, and leaves out what is not supplied', async () => {
  const supplier = await anOrganisation(app, 'supplier');
  const [bolt, nut, foreign] = [await anItem(app), await anItem(app), await anItem(app)];
  await aUnit(app, 'BOX');
  await aSupplierItem(
    app,
    supplier.id,
    bolt.id,
    {
      orderUnitCode: 'BOX',
      numerator: 100n,
      denominator: 1n,
      minimumQuantity: new Decimal(2),
      currency: 'EUR',
    },
    [
      { price: '9.5', validTo: '2026-06-30' },
      { price: '10.25', validFrom: '2026-07-01' },
      { from: 20, price: '8' },
    ],
  );
  await aSupplierItem(app, supplier.id, nut.id, {}, []);
  let found!: Awaited<ReturnType<typeof supplyTerms.of>>;
  const seen = await app.statements(() =>
    app.prepare(async (work) => (found = await supplyTerms.of(work, supplier.id, [bolt.id, nut.id, foreign.id]))),
  );
  expect(seen).toHaveLength(1);
  expect([...found.keys()].sort()).toEqual([bolt.id, nut.id].sort());
  const terms = found.get(bolt.id);
  expect(terms).toMatchObject({
    orderUnitCode: 'BOX',
    stockUnitCode: 'EA',
    currency: 'EUR',
    numerator: 100n,
  });
  expect(terms && convert(Quantity.of('1.5', 'BOX'), terms.ratio, 'EA').toString()).toBe('150 EA');
  const priceOn = (day: string, quantity: number) => terms?.priceAt(new Decimal(quantity), day)?.toString();
  expect([priceOn('2026-06-30', 1), priceOn('2026-07-01', 1), priceOn('2026-07-01', 20)]).toEqual([
    '9.5',
    '10.25',
    '8',
  ]);
  expect(found.get(nut.id)?.priceAt(new Decimal(1), '2026-07-01')).toBeNull();
});

it('converts a unit of an item exactly, and refuses one it is not counted in', async () => {
  const item = await anItem(app);
  await aUnit(app, 'THIRD');
  await app.prepare(async ({ em }) =>
    em.persist(Object.assign(new ItemUnit(), { itemId: item.id, unitCode: 'THIRD', numerator: 1n, denominator: 3n })),
  );
  const ratio = (unit: string) => app.prepare((work) => unitConversion.toStockUnit(work, item.id, unit));
  expect(convert(Quantity.of(3, 'THIRD'), await ratio('THIRD'), 'EA').toString()).toBe('1 EA');
  expect((await ratio('EA')).toString()).toBe('1');
  await expect(ratio('BOX')).rejects.toMatchObject({ code: 'UNKNOWN_UNIT' });
});

it('opens a site with a place of every kind, and finds each', async () => {
  const site = await aSite(app);
  const kinds = [
    'STORAGE',
    'RECEIVING',
    'QUARANTINE',
    'SUPPLIER',
    'CUSTOMER',
    'PRODUCTION',
    'SCRAP',
    'ADJUSTMENT',
  ] as const;
  const found = new Set<string>();
  for (const kind of kinds) found.add(await app.prepare((work) => siteLocations.find(work, site, kind)));
  expect(found.size).toBe(kinds.length);
});

it('prefers the storage that is named so, and says which kind of place is missing', async () => {
  const site = await aSite(app);
  const find = () => app.prepare((work) => siteLocations.find(work, site, 'STORAGE'));
  const standard = await find();
  await app.prepare((work) => siteSetup.addLocation(work, site, { code: 'A-01', name: 'Shelf', kind: 'STORAGE' }));
  expect(await find()).toBe(standard);
  await app.owner.query(`update catalog_location set is_active = false where site_id = $1 and kind = 'STORAGE'`, [
    site,
  ]);
  await expect(find()).rejects.toMatchObject({ code: 'LOCATION_MISSING', params: { kind: 'STORAGE' } });
});

it('gives a party its own calendar, else that of the company, else Monday to Friday, asking once', async () => {
  const supplier = await anOrganisation(app, 'supplier');
  const company = await anOrganisation(app, 'company');
  const isOpen = (day: string) =>
    app.prepare(async (work) => (await partyCalendars.of(work, supplier.id)).isWorkingDay(day));
  const [saturday, monday] = ['2026-11-28', '2026-11-30'];
  const hours = [{ from: '08:00', to: '16:00' }];
  const calendar = (organisationId: string, week: Record<string, typeof hours>) =>
    app.prepare(async ({ em }) =>
      em.persist(
        Object.assign(new Calendar(), {
          organisationId,
          name: 'Shifts',
          timeZone: 'Europe/Berlin',
          week,
          isDefault: true,
        }),
      ),
    );
  expect([await isOpen(saturday), await isOpen(monday)]).toEqual([false, true]);
  await calendar(company.id, { 6: hours });
  expect([await isOpen(saturday), await isOpen(monday)]).toEqual([true, false]);
  await calendar(supplier.id, { 1: hours, 6: hours });
  expect([await isOpen(saturday), await isOpen(monday)]).toEqual([true, true]);
  const seen = await app.statements(() =>
    app.prepare(async (work) => {
      await partyCalendars.of(work, supplier.id);
      await partyCalendars.of(work, supplier.id);
    }),
  );
  expect(seen).toHaveLength(1);
});
