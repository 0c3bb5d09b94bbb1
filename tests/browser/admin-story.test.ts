import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './support/site.ts';

const STORY_MILLISECONDS = 120_000;
const BUYER = 'buyer@demo.corridor';
const WAREHOUSE = 'warehouse@demo.corridor';

async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.getByTestId(field).fill(text);
  await page.locator('[data-testid^=option-]').filter({ hasText: text }).first().click();
}

describe('the administration', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, STORY_MILLISECONDS);
  afterAll(async () => {
    await site.close();
  }, STORY_MILLISECONDS);

  it(
    'lets a buyer raise and issue an order',
    async () => {
      const page = await site.visit('admin', BUYER);
      await page.getByTestId('figure-low').waitFor();
      await site.examine(page, 'admin-today');
      await page.goto(`${site.url}/admin/purchasing/new`);
      await choose(page, 'field-supplierId', 'Alpine');
      await page.getByTestId('field-siteId').selectOption({ index: 1 });
      await choose(page, 'field-lines.0.itemId', 'BR-6201');
      await page.getByTestId('field-lines.0.schedules.0.quantity').fill('960');
      await page.getByTestId('field-lines.0.schedules.0.requestedOn').fill('2030-01-15');
      await site.examine(page, 'admin-order-draft');
      await page.getByTestId('submit').click();
      await page.getByTestId('order-issue').click();
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      await page.locator('[data-state=RELEASED]').waitFor();
      await site.examine(page, 'admin-order');
      await page.goto(`${site.url}/admin/purchasing`);
      await page.getByTestId('data-list').getByRole('link').first().waitFor();
      await site.examine(page, 'admin-orders');
    },
    STORY_MILLISECONDS,
  );

  it(
    'lets the warehouse receive less than was announced, in Chinese on a phone, and stock rises',
    async () => {
      const page = await site.visit('admin', WAREHOUSE, { language: 'zh-CN', isPhone: true });
      await page.goto(`${site.url}/admin/receiving`);
      await page.getByTestId('data-list').getByRole('link').first().waitFor();
      await site.examine(page, 'admin-receiving-zh');
      await page.getByTestId('data-list').getByRole('link').first().click();
      await page.getByTestId('count-line-0').getByTestId('fewer').click();
      await page.getByTestId('count-line-0').getByTestId('count-details').click();
      await page.getByTestId('field-lines.0.lot').fill('L-1');
      await site.examine(page, 'admin-notice-zh');
      await page.getByTestId('field-isComplete').check();
      await page.getByTestId('receipt-post').click();
      await page.waitForURL('**/receiving/receipts/**');
      await page.getByRole('region', { name: '差异' }).waitFor();
      await site.examine(page, 'admin-receipt-zh');
      await page.goto(`${site.url}/admin/stock/moves?reason=RECEIPT`);
      await page.getByTestId('data-list').getByText('收货').first().waitFor();
      await site.examine(page, 'admin-moves-zh');
    },
    STORY_MILLISECONDS,
  );

  it(
    'shows every list without a fault and asks nobody else for anything',
    async () => {
      const page = await site.visit('admin', 'admin@demo.corridor');
      for (const [path, name] of [
        ['/stock', 'admin-stock'],
        ['/stock/counts', 'admin-counts'],
        ['/items', 'admin-items'],
        ['/receiving/receipts', 'admin-receipts'],
        ['/receiving/discrepancies', 'admin-discrepancies'],
        ['/imports', 'admin-imports'],
      ] as const) {
        await page.goto(`${site.url}/admin${path}`);
        await page
          .locator('[data-testid=list-end], [data-testid=load-more], [data-testid=empty-state]')
          .first()
          .waitFor();
        await site.examine(page, name);
      }
      expect(site.requestsElsewhere).toEqual([]);
    },
    STORY_MILLISECONDS,
  );
});
