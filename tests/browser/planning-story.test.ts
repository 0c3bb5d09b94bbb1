import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
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
  });

  test('opens a line and finds its limits, steps and deliveries', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor', { isPhone: true });
    await page.goto(`${site.url}/admin/replenishment`);
    await page.getByTestId('list-end').waitFor();
    await site.examine(page, 'planning-stock-phone');
    await page.locator('a[href*="/replenishment/lines/"]').first().click();
    await page.getByTestId('fact-position').waitFor();
    await site.examine(page, 'planning-line-phone');
  });
});

describe('the planner of materials', () => {
  const arrived = (page: Page) =>
    page.locator('[data-testid=list-end], [data-testid=empty-state], [data-testid=load-more]').first().waitFor();
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(`${site.url}/admin/planning${path}`);
    await arrived(page);
  };

  /** On the record of a bought item: who delivers it, and how much of it a week. */
  async function setSupplier(page: Page): Promise<void> {
    await page.goto(`${site.url}/admin/planning/items?q=BR-6001`);
    await page.locator('a[href*="/planning/items/"]').first().click();
    await page.getByTestId('edit-planning').click();
    await page.getByTestId('add-line').click();
    await page.getByTestId('field-sources.0.supplierId').fill('a');
    await page.locator('[data-testid^="option-"]').first().click();
    await page.getByTestId('field-sources.0.share').fill('60');
    await page.getByTestId('field-sources.0.weeklyCapacity').fill('400');
    await site.examine(page, 'planning-suppliers');
    await page.getByTestId('submit').click();
    await page.getByTestId('toast-good').last().waitFor();
    await page.getByText('60 %').first().waitFor();
  }

  test('plans anew, works through what the plan asks, and follows an order up and down', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor');
    await open(page, '');
    await page.getByTestId('run-all').click();
    await page.getByTestId('toast-good').waitFor({ timeout: 60_000 });
    await site.examine(page, 'planning-messages');
    await open(page, '/grid');
    await page.locator('.cell').first().waitFor();
    await site.examine(page, 'planning-grid');
    await open(page, '/items');
    await site.examine(page, 'planning-items');
    await page.locator('a[href*="/planning/items/"]').first().click();
    await page.getByTestId('record-sources').waitFor();
    await site.examine(page, 'planning-record');
    await setSupplier(page);
    await page.locator('a[href$="/pegging"]').click();
    await page.getByTestId('pegging').waitFor();
    const down = page.getByTestId('peg-down');
    if ((await down.count()) > 0) {
      await down.first().click();
      await page.getByTestId('peg-branch').first().waitFor();
    }
    await site.examine(page, 'planning-pegging');
    for (const area of ['orders', 'requests', 'work-orders', 'bills']) {
      await open(page, `/${area}`);
      await site.examine(page, `planning-${area}`);
    }
    await page.locator('a[href*="/planning/bills/"]').first().click();
    await page.getByTestId('structure').first().waitFor();
    await site.examine(page, 'planning-bill');
  });

  test('tries more demand on a copy, sees what it changes, and throws the copy away', async () => {
    const page = await site.visit('admin', 'planner@demo.corridor');
    await open(page, '/scenarios');
    await page.getByTestId('scenario-new').click();
    await page.getByTestId('field-name').fill('A good spring');
    await page.getByTestId('submit').click();
    await page.getByTestId('scenario-add').click();
    await page.getByTestId('field-planningItemId').fill('B');
    await page.locator('[data-testid^="option-"]').first().click();
    await page.getByTestId('kind-DEMAND').check();
    await page.getByTestId('field-dueOn').fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10));
    await page.getByTestId('field-value').fill('25');
    await page.getByTestId('submit').click();
    await page.getByTestId('line-0').waitFor();
    await page.getByTestId('scenario-add').click();
    await page.getByTestId('field-planningItemId').fill('B');
    await page.locator('[data-testid^="option-"]').first().click();
    await page.getByTestId('kind-ITEM').check();
    await page.getByTestId('field-field').selectOption('LOT_PERIODS');
    await page.getByTestId('field-value').fill('3');
    await page.getByTestId('submit').click();
    await page.getByTestId('line-1').waitFor();
    await page.getByTestId('scenario-add').click();
    await page.getByTestId('field-planningItemId').fill('B');
    await page.locator('[data-testid^="option-"]').first().click();
    await page.getByTestId('kind-ITEM').check();
    await page.getByTestId('field-field').selectOption('LOT_RULE');
    await page.getByTestId('field-lotRule').selectOption('PERIOD');
    await site.examine(page, 'planning-scenario-rule');
    await page.getByTestId('submit').click();
    await page.getByTestId('line-2').waitFor();
    await page.getByTestId('run-net').click();
    await page.getByTestId('comparison').waitFor({ timeout: 60_000 });
    await site.examine(page, 'planning-scenario');
    await page.getByTestId('scenario-discard').click();
    await page.getByTestId('submit').click();
    await page.getByTestId('toast-good').last().waitFor();
    await open(page, '/scenarios');
    await site.examine(page, 'planning-scenarios');
  });

  test('reads it in Chinese, and on a phone', async () => {
    const chinese = await site.visit('admin', 'planner@demo.corridor', { language: 'zh-CN' });
    for (const area of ['', '/grid', '/requests', '/scenarios']) {
      await open(chinese, area);
      await site.examine(chinese, `planning-zh${area.replace('/', '-')}`);
    }
    const phone = await site.visit('admin', 'planner@demo.corridor', { isPhone: true });
    for (const area of ['', '/grid', '/orders']) {
      await open(phone, area);
      await site.examine(phone, `planning-phone${area.replace('/', '-')}`);
    }
    await open(phone, '/items');
    await phone.locator('a[href*="/planning/items/"]').first().click();
    await phone.getByTestId('record-sources').waitFor();
    await site.examine(phone, 'planning-record-phone');
  });

  test('a supplier sees what he is asked', async () => {
    const page = await site.visit('supplier', 'mei@alpine.demo');
    await page.goto(`${site.url}/supplier/requests`);
    await arrived(page);
    await site.examine(page, 'supplier-requests');
  });
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
  });
});

describe('finance', () => {
  test('sees consigned stock, withdrawals and statements', async () => {
    const page = await site.visit('admin', 'admin@demo.corridor');
    for (const area of ['statements', 'statements/consigned', 'statements/withdrawals']) {
      await page.goto(`${site.url}/admin/${area}`);
      await page.locator('[data-testid=list-end], [data-testid=empty-state]').waitFor();
      await site.examine(page, `planning-${area.replace('/', '-')}`);
    }
  });
});
