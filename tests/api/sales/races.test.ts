import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { TestApp } from '../../support/app.ts';
import { aKey, aShop, inStock, onOrder, step } from '../../support/factories/sales.ts';

let app: TestApp;

beforeAll(async () => void (app = await TestApp.start()));
afterAll(() => app.close());

it('concurrency: 64 callers racing for the last units: none oversold, none lost, no deadlock', async () => {
  const race = await aShop(app);
  await inStock(app, race, 40);
  const drafts = await Promise.all(
    Array.from({ length: 64 }, () =>
      onOrder(app, race.seller, 'orderDraftCreate', {
        idempotencyKey: aKey(),
        customerId: toGlobalId('org', race.customer.id),
        lines: [{ itemId: toGlobalId('itm', race.item.id), quantity: '1' }],
      }),
    ),
  );
  const orders = await Promise.all(
    drafts.map((draft) => onOrder(app, race.seller, 'orderConfirm', step(draft), 'OrderStepInput')),
  );
  const granted = orders.filter(({ lines }) => lines[0]?.allocatedQuantity.value === '1');
  expect(granted).toHaveLength(40);
  const [stock] = await app.owner.query<{ reserved: string; kept: string }>(
    `select sum(b.reserved)::float::text as reserved, (select sum(r.quantity)::float::text from inventory_reservation r join inventory_stock_balance x on x.id = r.balance_id where x.item_id = $1 and r.state = 'OPEN') as kept
     from inventory_stock_balance b where b.item_id = $1`,
    [race.item.id],
  );
  expect(stock).toEqual({ reserved: '40', kept: '40' });
});
