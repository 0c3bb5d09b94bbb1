import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './support/site.ts';

const PLANNER = 'mei@alpine.demo';
const SSCC = '106141411928374657';
let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(async () => {
  await site.close();
});

/** Opens an area by its place in the navigation and waits until it shows its own heading. */
async function openArea(page: Page, area: string): Promise<void> {
  await page.getByTestId(`area-${area}`).first().click();
  await page.waitForURL(`**/supplier/${area}`);
  await page.getByTestId('page-title').waitFor();
}

describe('a supplier planner', () => {
  it('sees what needs an answer, the projected stock, and why a quantity is proposed', async () => {
    const page = await site.visit('supplier', PLANNER);
    await page.getByTestId('figure-proposals').waitFor();
    await site.examine(page, 'supplier-today');

    await openArea(page, 'stock');
    const grid = page.getByTestId('stock-grid');
    await grid.waitFor();
    expect(await grid.locator('tbody tr').count()).toBeGreaterThan(0);
    await site.examine(page, 'supplier-stock');
    await page.getByTestId('bucket-DAY').click();
    await page.getByTestId('colour-ON_TRACK').click();
    await page.waitForURL(/colour=ON_TRACK/);
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByTestId('limits').waitFor();
    await page.getByTestId('chart').locator('canvas').waitFor();
    await site.examine(page, 'supplier-stock-line');

    await openArea(page, 'proposals');
    await page.getByTestId('explain').first().click();
    await page.getByTestId('explain-lines').waitFor();
    await site.examine(page, 'supplier-proposals-why');
  });

  it('answers a proposal with a split, and several at once', async () => {
    const page = await site.visit('supplier', PLANNER);
    await openArea(page, 'proposals');
    const first = page.locator('[data-testid^="answer-"]').first();
    const number = ((await first.getAttribute('data-testid')) ?? '').replace('answer-', '');
    await first.click();
    await page.getByTestId('decision-ACCEPT_WITH_CHANGES').check();
    const asked = await page.getByTestId('field-split.0.quantity').inputValue();
    const day = await page.getByTestId('field-split.0.deliverOn').inputValue();
    await page.getByTestId('add-part').click();
    await page.getByTestId('field-split.0.quantity').fill(String(Number(asked) / 2));
    await page.getByTestId('field-split.1.quantity').fill(String(Number(asked) / 2));
    await page.getByTestId('field-split.1.deliverOn').fill(day.replace(/\d\d$/, '28'));
    await page.getByTestId('field-reason').fill('Two trucks');
    await site.examine(page, 'supplier-proposal-answer');
    await page.locator('dialog[open]').getByTestId('submit').click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByText(number).first().waitFor();

    const boxes = page.locator('tbody [data-testid^="select-"]');
    await boxes.first().check();
    await page.getByTestId('accept-all').click();
    await page.getByTestId('results').waitFor();
    await site.examine(page, 'supplier-proposals-results');
  });

  it('announces a shipment of open orders with a labelled package, and sends it off', async () => {
    const page = await site.visit('supplier', PLANNER);
    await openArea(page, 'shipments');
    await page.getByTestId('new-notice').click();
    await page.locator('tbody [data-testid^="select-"]').first().check();
    await page.getByTestId('field-carrier').fill('SF Express');
    await page.getByTestId('field-packages.0.sscc').fill(SSCC);
    await site.examine(page, 'supplier-shipment-new');
    await page.getByTestId('save-notice').click();
    await page.getByTestId('submit-notice').click();
    await page.locator('dialog[open]').getByTestId('submit').click();
    await page.getByTestId('dispatch').click();
    await page.locator('dialog[open]').getByTestId('submit').click();
    await page.getByTestId('reschedule').waitFor();
    await page.getByTestId('label').locator('svg').waitFor();
    await site.examine(page, 'supplier-shipment');
  });

  it('reads its agreements: the list, and one with its terms and lines', async () => {
    const page = await site.visit('supplier', PLANNER);
    await openArea(page, 'agreements');
    await page.locator('tbody [data-testid^="row-"]').first().waitFor();
    await site.examine(page, 'supplier-agreements');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByTestId('agreement-terms').waitFor();
    await page.getByTestId('agreement-lines').locator('tbody tr').first().waitFor();
    await site.examine(page, 'supplier-agreement');
  });

  it('reads every area in Chinese, on a phone too, and no page asks another host', async () => {
    const page = await site.visit('supplier', PLANNER, { language: 'zh-CN' });
    for (const area of ['stock', 'proposals', 'orders', 'shipments', 'receipts', 'statements', 'company']) {
      await openArea(page, area);
      expect(await page.getByTestId('page-title').textContent()).toMatch(/\p{Script=Han}/u);
      await site.examine(page, `supplier-${area}-zh`);
    }
    const phone = await site.visit('supplier', PLANNER, { language: 'zh-CN', isPhone: true });
    for (const area of ['stock', 'proposals', 'orders']) {
      await openArea(phone, area);
      await phone.getByTestId(area === 'stock' ? 'stock-grid' : 'data-list').waitFor();
      const width = await phone.evaluate<number>('document.documentElement.scrollWidth');
      expect(width, `${area} on a phone`).toBeLessThanOrEqual(390);
      await site.examine(phone, `supplier-${area}-phone-zh`);
    }
    expect(site.requestsElsewhere).toEqual([]);
  });
});
