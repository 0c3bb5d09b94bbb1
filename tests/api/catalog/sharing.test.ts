import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite, aSupplierItem } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { someStock } from '../../support/factories/inventory.ts';
import { done, refusals } from '../../support/factories/purchasing.ts';
import { anAgreement, aCorridor, type Corridor } from '../../support/factories/vmi.ts';

let app: TestApp;
let corridor: Corridor;
let admin: Actor;
let supplier: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app);
  admin = await anActor(app, await anOrganisation(app, 'company'), 'ADMIN');
  supplier = corridor.planner;
});
afterAll(() => app.close());

const policyOf = async (organisationId: string) =>
  (
    await app.ask<{ organisation: { sharing: { version: number; availability: string; showsDemand: boolean } } }>(
      admin,
      'query ($id: ID!) { organisation(id: $id) { sharing { version availability showsDemand } } }',
      { id: toGlobalId('org', organisationId) },
    )
  ).organisation.sharing;

async function share(organisationId: string, wish: object): Promise<void> {
  const { version } = await policyOf(organisationId);
  const input = { organisationId: toGlobalId('org', organisationId), expectedVersion: version, ...wish };
  await done(app, admin, 'sharingChange', 'SharingChangeInput', input, 'sharing { id }');
}

it('opens a policy with every relationship, and none with ourselves', async () => {
  const customer = await anOrganisation(app, 'customer');
  expect(await policyOf(customer.id)).toMatchObject({ availability: 'BUCKETED', showsDemand: true });
  expect(await policyOf((await anOrganisation(app, 'company')).id)).toBeNull();
});

it('shows a party its own policy, its side of it, and lets only an administrator change it', async () => {
  const customer = await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN');
  const document = 'query ($id: ID!) { organisation(id: $id) { sharing { availability } } }';
  const buyer = await anActor(app, corridor.company, 'BUYER');
  const own = { id: toGlobalId('org', customer.organisationId ?? '') };
  expect(await app.ask(customer, document, own)).toEqual({ organisation: { sharing: { availability: 'BUCKETED' } } });
  expect((await app.run(supplier, document, own)).errors?.[0]?.message).toMatch('Cannot query field "availability"');
  const input = { organisationId: own.id, expectedVersion: 1, availability: 'EXACT' };
  expect(await refusals(app, buyer, 'sharingChange', 'SharingChangeInput', input)).toEqual(['FORBIDDEN']);
  expect(await refusals(app, admin, 'sharingChange', 'SharingChangeInput', { ...input, expectedVersion: 7 })).toEqual([
    'STALE_OBJECT',
  ]);
});

it('keeps prices, demand and lots from a supplier with whom they are not shared', async () => {
  const item = await anItem(app, { isLotTracked: true });
  const siteId = await aSite(app);
  const rows =
    'query ($id: ID!) { supplierItems(first: 5, itemId: $id) { nodes { priceBreaks { unitPrice { amount } } } } }';
  await aSupplierItem(app, supplier.organisationId ?? '', item.id);
  const prices = async (actor: Actor) => JSON.stringify(await app.ask(actor, rows, { id: toGlobalId('itm', item.id) }));
  await someStock(app, { itemId: item.id, siteId, ownerId: corridor.company.id, quantity: 4, lot: 'LOT-7' });
  await app.owner.query(
    'insert into inventory_stock_share (supplier_id, item_id, site_id, owner_id) values ($1, $2, $3, $4)',
    [supplier.organisationId, item.id, siteId, corridor.company.id],
  );
  const lots = async (lot: string | null) =>
    (
      await app.ask<{ stockBalances: { nodes: { lot: string }[] } }>(
        supplier,
        'query ($id: ID!, $lot: String) { stockBalances(first: 5, itemId: $id, lot: $lot) { nodes { lot } } }',
        { id: toGlobalId('itm', item.id), lot },
      )
    ).stockBalances.nodes.map((node) => node.lot);

  expect(await prices(supplier)).toContain('"10"');
  expect(await lots('LOT-7')).toEqual(['LOT-7']);
  await share(supplier.organisationId ?? '', { showsPrices: false, showsLots: false });
  expect(await prices(supplier)).not.toContain('"10"');
  expect(await prices(admin)).toContain('"10"');
  expect(await lots(null)).toEqual(['']);
  expect(await lots('LOT-7')).toEqual([]);
});

it('keeps demand and the supply of others from a supplier, until they are shared', async () => {
  await anAgreement(corridor, { lines: [{ onHand: 5 }] });
  const figures = async () =>
    (
      await app.ask<{ vmiLines: { nodes: Record<string, unknown>[] } }>(
        supplier,
        '{ vmiLines(first: 5) { nodes { averageUsage { value } otherSupply { value } projectedStock(buckets: 2) { demand } } } }',
      )
    ).vmiLines.nodes[0];
  expect(await figures()).toMatchObject({ otherSupply: null });
  await share(supplier.organisationId ?? '', { showsDemand: false, showsOtherSupply: true });
  expect(await figures()).toMatchObject({
    averageUsage: null,
    otherSupply: { value: '0' },
    projectedStock: [{ demand: null }, { demand: null }],
  });
});
