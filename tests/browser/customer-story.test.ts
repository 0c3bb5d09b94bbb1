import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Site } from './support/site.ts';

const BUYER = 'anna@velonord.demo';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(async () => {
  await site.close();
});

async function openList(page: Page, path: string): Promise<void> {
  await page.goto(`${site.url}/customer${path}`);
  await page.locator('[data-testid=list-end], [data-testid=empty-state]').waitFor();
}

describe('a customer', () => {
  test('hears of a delay, sees why, and chooses to split the line', async () => {
    const page = await site.visit('customer', BUYER);
    await page.getByTestId('figure-notices').waitFor();
    await site.examine(page, 'customer-today');
    await page.getByTestId('work-row').first().click();
    const notice = page.getByTestId('promise-notice');
    await notice.waitFor();
    await page.getByTestId('pegs-1').click();
    expect(await page.content()).not.toContain('Heli');
    await site.examine(page, 'customer-order-late');

    await notice.getByTestId('answer-SPLIT').check();
    await page.getByTestId('promise-answer').click();
    await page.getByTestId('line-3').waitFor();
    await notice.waitFor({ state: 'detached' });
    await site.examine(page, 'customer-order-split');
  });

  test('pastes rows, mends the bad ones and places the order', async () => {
    const page = await site.visit('customer', BUYER);
    await page.goto(`${site.url}/customer/quick-order`);
    await page.getByTestId('field-text').fill('LH-CITY-1 2\nNO-SUCH 1\nLH-TREK-1 x');
    await page.getByTestId('check').click();
    const problems = page.getByTestId('problems');
    await problems.getByTestId('line-1').waitFor();
    expect(await page.getByTestId('make').count()).toBe(0);
    await site.examine(page, 'customer-quick-order');

    await page.getByTestId('field-text').fill('LH-CITY-1 2\nLH-TREK-1 1');
    await page.getByTestId('check').click();
    await page.getByTestId('make').click();
    await page.getByTestId('order-submit').waitFor();
    await site.examine(page, 'customer-draft');
    await page.getByTestId('order-submit').click();
    await page.getByTestId('form-dialog').getByTestId('submit').click();
    await page.getByTestId('reorder').waitFor();
    await site.examine(page, 'customer-order-placed');
  });

  test('finds the catalogue in Chinese on a phone, and every list without a fault', async () => {
    const phone = await site.visit('customer', BUYER, { language: 'zh-CN', isPhone: true });
    await openList(phone, '/catalogue');
    expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await site.examine(phone, 'customer-catalogue-phone-zh');
    for (const path of ['/orders', '/shipments', '/returns', '/invoices', '/invoices/payments']) {
      await openList(phone, path);
      await site.examine(phone, `customer${path.replaceAll('/', '-')}-phone-zh`);
    }
    await phone.goto(`${site.url}/customer/invoices/statement`);
    await phone.getByTestId('statement-EUR').waitFor();
    await site.examine(phone, 'customer-statement-phone-zh');
    const [paper] = await Promise.all([phone.waitForEvent('download'), phone.getByTestId('document').click()]);
    // Chromium does not always tell the name that it was given.
    const { 'content-disposition': named = '' } = (await phone.request.head(paper.url())).headers();
    expect(decodeURIComponent(named)).toMatch(/对账单 .*\.pdf/);
    await phone.goto(`${site.url}/customer/company`);
    await phone.getByTestId('company-facts').waitFor();
    await site.examine(phone, 'customer-company-phone-zh');
    expect(site.requestsElsewhere).toEqual([]);
  });
});
