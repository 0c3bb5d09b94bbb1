import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** On hand, in receiving and in transit of a row of the supplier's stock grid. */
async function figuresOf(row: Locator): Promise<[onHand: number, inReceiving: number, inTransit: number]> {
  const texts = await row.locator('td.number').allInnerTexts();
  const [onHand = 0, inReceiving = 0, inTransit = 0] = texts.map((text) => Number(text.replace(/[^\d.]/g, '')));
  return [onHand, inReceiving, inTransit];
}

describe('both sides of the corridor', () => {
  it('the supplier sees our stock rise by itself when the warehouse receives his shipment', async () => {
    const supplier = await site.visit('supplier', 'mei@alpine.demo');
    await supplier.goto(`${site.url}/supplier/stock`);
    const row = supplier.getByTestId('line-BR-6203');
    await row.waitFor();
    const [onHand, inReceiving, inTransit] = await figuresOf(row);
    expect(inTransit).toBeGreaterThan(0);

    const warehouse = await site.visit('admin', 'warehouse@demo.corridor');
    await warehouse.goto(`${site.url}/admin/receiving`);
    const expected = warehouse.getByTestId('data-list').getByRole('row').filter({ hasText: 'Alpine Bearings' });
    await expected.getByRole('link').first().click();
    await warehouse.getByTestId('count-line-0').waitFor();
    await warehouse.getByTestId('receipt-post').click();
    await warehouse.waitForURL('**/receiving/receipts/**');

    const rise = async () => {
      const [nowOnHand, nowInReceiving, nowInTransit] = await figuresOf(row);
      return [nowOnHand + nowInReceiving - onHand - inReceiving, nowInTransit];
    };
    await expect.poll(rise, { timeout: 15_000, interval: 250 }).toEqual([inTransit, 0]);
    await site.examine(supplier, 'corridor-stock-risen');
  });
});
