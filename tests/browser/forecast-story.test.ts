import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(async () => {
  await site.close();
});

const open = async (page: Page, path: string, landmark: string) => {
  await page.goto(`${site.url}/admin/planning/${path}`);
  await page.locator(landmark).first().waitFor();
};

describe('the planner', () => {
  test('reads the worst forecast, expects something else with a reason, and sees it counted', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor');
    await open(page, 'forecasts', '[data-testid=list-end]');
    await site.examine(page, 'forecasts');
    await page.locator('a[href*="/planning/forecasts/"]').first().click();
    await page.getByTestId('override').nth(2).click();
    await page.getByTestId('field-quantity').fill('333');
    await page.getByTestId('field-reason').fill('Trade fair');
    await page.getByTestId('submit').click();
    await page.getByText('Trade fair').waitFor();
    await site.examine(page, 'forecast');
  });

  test('tries a quantity in the master schedule, sees balance and load follow, and makes it firm', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor', { language: 'zh-CN' });
    await open(page, 'schedule', '[data-testid=list-end]');
    await page.locator('a[href*="/planning/schedule/"]').first().click();
    await page.getByTestId('master-schedule').waitFor();
    const cell = page.locator('[data-testid^="mps-"]').last();
    const week = (await cell.getAttribute('data-testid'))?.slice('mps-'.length) ?? '';
    const balance = page.getByTestId(`projected-${week}`);
    const before = await balance.textContent();
    await cell.fill('9999');
    await cell.press('Tab');
    await expect.poll(() => balance.textContent(), { timeout: 15_000 }).not.toBe(before);
    await page.getByTestId('make-firm').click();
    await page.getByTestId('toast-good').waitFor();
    await expect.poll(() => page.getByTestId('changes').textContent()).toBe('');
    expect(await cell.inputValue()).toBe('9999');
    await site.examine(page, 'schedule');
  });

  test('opens the orders behind a bar of the capacity load, and applies a safety stock', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor');
    await open(page, 'capacity', '[data-testid=capacity]');
    await page.locator('[data-testid^="load-ASSEMBLY"]').first().click();
    await page.getByTestId('capacity-rows').waitFor();
    await site.examine(page, 'capacity');
    await open(page, 'safety-stock', '[data-testid=list-end]');
    await site.examine(page, 'safety-stock');
    await page.getByTestId('apply').first().click();
    await page.getByTestId('toast-good').waitFor();
  });

  test('keeps engineering data, on a phone too, and is told the path of a loop', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor');
    await open(page, 'bills?q=WH-FRONT-26', '[data-testid=list-end]');
    await page.locator('a[href*="/planning/bills/"]').first().click();
    await page.getByTestId('edit-bill').click();
    await page.getByTestId('add-line').click();
    const added = page.locator('[name^="components."][name$=".itemId"]').last();
    await added.fill('LH-CITY-1');
    await page.getByRole('option', { name: /LH-CITY-1/ }).click();
    await site.examine(page, 'bill-edit');
    await page.getByTestId('submit').click();
    await page.getByText(/WH-FRONT-26 > LH-CITY-1|LH-CITY-1 > WH-FRONT-26/).waitFor();
    const phone = await site.visit('admin', 'planner@demo.corridor', { isPhone: true });
    await open(phone, 'work-centres', '[data-testid=list-end]');
    await site.examine(phone, 'work-centres-phone');
    await open(phone, 'routings', '[data-testid=list-end]');
    await phone.locator('a[href*="/planning/routings/"]').first().click();
    await phone.getByTestId('edit-routing').click();
    await site.examine(phone, 'routing-edit-phone');
  });
});
