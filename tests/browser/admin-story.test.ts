import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './support/site.ts';

const STORY_MILLISECONDS = 300_000;
/** Two hundred pages are read one after the other, as somebody does who scrolls to the end. */
const LONG_MILLISECONDS = 300_000;
const BUYER = 'buyer@demo.corridor';
const WAREHOUSE = 'warehouse@demo.corridor';

async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.getByTestId(field).fill(text);
  await page.locator('[data-testid^=option-]').filter({ hasText: text }).first().click();
}

interface Scrolled {
  /** Most rows that were drawn at once, stops at which none was, and the median frame in milliseconds. */
  readonly drawn: number;
  readonly blank: number;
  readonly frame: number;
}

const READ_TO_THE_END = `(async () => {
  while (!document.querySelector('[data-testid=list-end]')) {
    window.scrollTo(0, document.body.scrollHeight);
    await new Promise(requestAnimationFrame);
  }
  window.scrollTo(0, document.body.scrollHeight);
})()`;

const SCROLL_THROUGH = `(async () => {
  const frames = [];
  let drawn = 0;
  let blank = 0;
  const frame = () => new Promise((resolve) => {
    const began = performance.now();
    requestAnimationFrame(() => resolve(performance.now() - began));
  });
  const rows = () => [...document.querySelectorAll('tr[data-row]')];
  const isSeen = (row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  const length = document.body.scrollHeight;
  for (let step = 0; step < 60; step++) {
    window.scrollTo(0, (length * step) / 60);
    for (let n = 0; n < 3; n++) frames.push(await frame());
    drawn = Math.max(drawn, rows().length);
    if (!rows().some(isSeen)) blank++;
  }
  window.scrollTo(0, 0);
  await frame();
  // The quick ones are what drawing costs; the slow ones are also what else the machine was doing.
  return { drawn, blank, frame: frames.sort((a, b) => a - b)[frames.length >> 2] };
})()`;

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

  it(
    'scrolls through ten thousand items with few of them drawn, and a change asks for what is in sight alone',
    async () => {
      await site.enter(
        `insert into catalog_item (id, sku, name_en, unit_code, supply)
         select gen_random_uuid(), 'BULK-' || lpad(n::text, 5, '0'), 'Bulk part ' || n, (select min(unit_code) from catalog_item), 'BUY'
         from generate_series(1, 10000) n`,
      );
      const page = await site.visit('admin', 'admin@demo.corridor');
      await page.goto(`${site.url}/admin/items?q=BULK-`);
      await page.getByText('BULK-00001').waitFor();
      await page.evaluate(READ_TO_THE_END);
      await page.getByText('BULK-10000').waitFor();
      const { drawn, blank, frame } = await page.evaluate<Scrolled>(SCROLL_THROUGH);
      expect(drawn).toBeLessThan(150);
      expect(blank).toBe(0);
      expect(frame).toBeLessThan(50);

      let asked = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) asked++;
      });
      await page.getByTestId('item-new').click();
      await page.getByTestId('field-sku').fill('BULK-00000');
      await page.getByTestId('field-unit').selectOption({ index: 1 });
      await page.getByTestId('field-nameEn').fill('Bulk part 0');
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      await page.getByTestId('form-dialog').waitFor({ state: 'hidden' });
      await page.getByTestId('data-list').getByText('BULK-00000').waitFor();
      await page.waitForTimeout(1000);
      expect(asked).toBeGreaterThan(1);
      expect(asked).toBeLessThan(10);
    },
    LONG_MILLISECONDS,
  );
});
