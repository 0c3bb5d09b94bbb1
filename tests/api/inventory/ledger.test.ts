import { afterAll, beforeAll, expect, it } from 'vitest';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { stockLedger } from '../../../server/src/modules/inventory/ledger/stock-ledger.service.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite } from '../../support/factories/catalog.ts';
import { anOrganisation } from '../../support/factories/identity.ts';
import { aLocation, someStock } from '../../support/factories/inventory.ts';

let app: TestApp;
beforeAll(async () => void (app = await TestApp.start()));
afterAll(() => app.close());

it('posts moves in one statement', async () => {
  const { id: ownerId } = await anOrganisation(app, 'company');
  const { id: itemId } = await anItem(app);
  const siteId = await aSite(app);
  await someStock(app, { itemId, siteId, ownerId, quantity: 10 });
  const [from, to] = [await aLocation(app, siteId), await aLocation(app, siteId, 'PRODUCTION')];
  const seen = await app.statements(() =>
    app.prepare((work) =>
      stockLedger.post(work, [
        {
          itemId,
          from: { locationId: from, ownerId },
          to: { locationId: to, ownerId },
          quantity: new Decimal('4'),
          reason: 'CONSUMPTION',
        },
      ]),
    ),
  );
  expect(seen).toHaveLength(2);
  expect(await app.owner.query('select on_hand, reserved from inventory_stock_balance')).toEqual([
    { on_hand: '6.000000', reserved: '0.000000' },
  ]);
  expect(await app.owner.query('select quantity from inventory_daily_usage')).toEqual([
    { quantity: '4.000000' },
  ]);
});
