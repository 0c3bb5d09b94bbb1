import { afterAll, beforeAll, describe, test } from 'vitest';
import { Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
}, 240_000);
afterAll(async () => {
  await site.close();
});

describe('the planner', () => {
  test('sees what suppliers keep, starts a run and reads what came of it', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor');
    await page.goto(`${site.url}/admin/replenishment`);
    await page.getByTestId('list-end').waitFor();
    await site.examine(page, 'planning-stock');

    await page.getByTestId('run-open').click();
    await page.getByTestId('submit').click();
    await page.getByTestId('run-result').waitFor();
    await site.examine(page, 'planning-run');
    await page.getByTestId('submit').click();

    for (const area of ['proposals', 'alerts', 'left-out']) {
      await page.goto(`${site.url}/admin/replenishment/${area}`);
      await page.locator('[data-testid=list-end], [data-testid=empty-state]').waitFor();
      await site.examine(page, `planning-${area}`);
    }
  }, 120_000);

  test('opens a line and finds its limits, steps and deliveries', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor', { isPhone: true });
    await page.goto(`${site.url}/admin/replenishment`);
    await page.getByTestId('list-end').waitFor();
    await site.examine(page, 'planning-stock-phone');
    await page.locator('a[href*="/replenishment/lines/"]').first().click();
    await page.getByTestId('fact-position').waitFor();
    await site.examine(page, 'planning-line-phone');
  }, 120_000);
});

describe('the buyer', () => {
  test('reads an agreement with its lines, terms and versions', async () => {
    const page = await site.visit('admin', 'admin@demo.corridor');
    await page.goto(`${site.url}/admin/agreements`);
    await page.getByTestId('list-end').waitFor();
    await site.examine(page, 'planning-agreements');
    await page.locator('a[href*="/admin/agreements/"]:not([href$="/new"])').first().click();
    await page.getByTestId('fact-validFrom').waitFor();
    await page.getByTestId('list-end').waitFor();
    await site.examine(page, 'planning-agreement');
    await page.goto(`${site.url}/admin/agreements/new`);
    await page.getByTestId('field-siteId').waitFor();
    await site.examine(page, 'planning-agreement-new');
  }, 120_000);
});

describe('finance', () => {
  test('sees consigned stock, withdrawals and statements', async () => {
    const page = await site.visit('admin', 'admin@demo.corridor');
    for (const area of ['statements', 'statements/consigned', 'statements/withdrawals']) {
      await page.goto(`${site.url}/admin/${area}`);
      await page.locator('[data-testid=list-end], [data-testid=empty-state]').waitFor();
      await site.examine(page, `planning-${area.replace('/', '-')}`);
    }
  }, 120_000);
});
