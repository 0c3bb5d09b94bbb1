import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './support/site.ts';

const STORY_MILLISECONDS = 300_000;

describe('a shipment that customers wait for', () => {
  let site: Site;
  beforeAll(async () => {
    site = await Site.open();
  }, STORY_MILLISECONDS);
  afterAll(async () => {
    await site.close();
  }, STORY_MILLISECONDS);

  it(
    'shows the staff who waits for it and what slips, in both languages',
    async () => {
      for (const language of ['en', 'zh-CN'] as const) {
        const page = await site.visit('admin', 'planner@demo.corridor', { language, isPhone: language === 'zh-CN' });
        await page.goto(`${site.url}/admin/receiving`);
        await page.getByTestId('data-list').getByRole('link', { name: 'HL-3340' }).first().click();
        await page.getByTestId('notice-demand').getByText('Velo Nord').first().waitFor();
        await page.getByTestId('field-days').fill('30');
        await page.getByTestId('slip-ask').click();
        await page.getByTestId('slip-summary').filter({ hasText: /\S/ }).waitFor();
        expect(await page.getByTestId('notice-demand').getByText('MOT-350-M').count()).toBeGreaterThan(0);
        await site.examine(page, `admin-notice-demand-${language}`);
      }
    },
    STORY_MILLISECONDS,
  );
});
