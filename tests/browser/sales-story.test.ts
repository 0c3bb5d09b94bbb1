import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Site } from './support/site.ts';

const STAFF = 'admin@demo.corridor';
const BUYER = 'anna@velonord.demo';
const ITEM = 'MOT-250-R';
const STORY_MILLISECONDS = 300_000;

let site: Site;
let orderPath = '';
let returnPath = '';
beforeAll(async () => {
  site = await Site.open();
});
afterAll(async () => {
  await site.close();
});

async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.getByTestId(`field-${field}`).fill(text);
  await page.getByRole('option').filter({ hasText: text }).first().click();
}

/** Fills what an open dialog asks, sends it, and waits until it is done. */
async function finish(page: Page, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const dialog = page.locator('dialog[open]');
  for (const [name, text] of Object.entries(fields)) await dialog.getByTestId(`field-${name}`).fill(text);
  await dialog.getByTestId('submit').click();
  await dialog.waitFor({ state: 'detached' });
}

async function act(page: Page, button: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByTestId(button).click();
  await finish(page, fields);
}

const pathOf = (page: Page, portal: string): string => new URL(page.url()).pathname.replace(`/${portal}`, '');

describe('staff and an order', () => {
  test(
    'take it, see the supply behind it, send it and have it signed for',
    async () => {
      const page = await site.visit('admin', STAFF);
      await page.goto(`${site.url}/admin/sales`);
      await page.getByTestId('list-end').waitFor();
      await site.examine(page, 'admin-sales-orders');
      await page.getByTestId('sales-new').click();
      await choose(page, 'customerId', 'Velo Nord');
      await page.getByTestId('field-text').fill(`${ITEM} 4\nNO-SUCH 1`);
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      expect(await page.getByTestId('bad-rows').innerText()).toContain('NO-SUCH');
      await page.getByTestId('field-text').fill(`${ITEM} 4`);
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      await page.getByTestId('sales-submit').waitFor();
      orderPath = pathOf(page, 'admin');

      await page.getByTestId('field-freight').fill('12.5');
      await page.getByTestId('save-details').click();
      await page.getByTestId('fact-freight').getByText('12.50').waitFor();
      await act(page, 'edit-1', { quantity: '5' });
      await page.getByTestId('line-1').getByText(/^5\b/).waitFor();
      await site.examine(page, 'admin-sales-draft');

      await act(page, 'sales-submit');
      await page.getByTestId('sales-pack').waitFor();
      await page.getByTestId('supply-1').getByTestId('peg-source').waitFor();
      await site.examine(page, 'admin-sales-order');
      await page.getByTestId('sales-pack').click();
      await page.getByTestId('list-end').waitFor();
      await page.getByTestId('select-all').check();
      await act(page, 'shipment-plan', { carrier: 'DHL', tracking: 'D-1' });
      await act(page, 'shipment-pack', { parcels: '2' });
      const [labels] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Labels' }).click(),
      ]);
      expect((await page.request.get(labels.url())).headers()['content-type']).toBe('application/pdf');
      await act(page, 'shipment-dispatch');
      await act(page, 'shipment-deliver', { receivedBy: 'O. Brandt' });
      await page.getByTestId('fact-receivedBy').getByText('O. Brandt').waitFor();
      await site.examine(page, 'admin-shipment');

      await page.goto(`${site.url}/admin${orderPath}`);
      await act(page, 'sales-invoice');
      await page.getByTestId('papers').getByRole('link', { name: 'Invoice' }).click();
      await act(page, 'invoice-pay');
      await page.locator('[data-state=PAID]').waitFor();
      await site.examine(page, 'admin-invoice');
    },
    STORY_MILLISECONDS,
  );

  test(
    'take goods back, and hold their supplier to them',
    async () => {
      const buyer = await site.visit('customer', BUYER);
      await buyer.goto(`${site.url}/customer${orderPath.replace('/sales/', '/orders/')}`);
      await buyer.getByTestId('ticket-1').waitFor();
      await act(buyer, 'return-1', { 'lines.0.quantity': '1', reason: 'Hums' });

      const page = await site.visit('admin', STAFF);
      await page.goto(`${site.url}/admin${orderPath}`);
      await act(page, 'return-1', { 'lines.0.quantity': '1', reason: 'Told by phone' });
      await page.getByText('Told by phone').first().waitFor();
      await act(page, 'return-reject', { answer: 'Not ours' });
      await page.goto(`${site.url}/admin/returns`);
      await page.getByTestId('list-end').waitFor();
      await page
        .getByRole('row', { name: /Requested/ })
        .getByRole('link', { name: /^CR/ })
        .first()
        .click();
      await page.getByTestId('return-approve').waitFor();
      returnPath = pathOf(page, 'admin');
      await act(page, 'return-approve');
      await act(page, 'return-receive');
      await page.getByTestId('return-inspect').click();
      await page.getByTestId('outcome-0-RETURN_TO_SUPPLIER').check();
      await finish(page, { 'lines.0.note': 'Bearing is worn' });
      await page.getByTestId('claim').waitFor();
      await site.examine(page, 'admin-return');
      await page.getByTestId('claim').click();
      await page.getByText('Bearing is worn').first().waitFor();
    },
    STORY_MILLISECONDS,
  );

  test(
    'say why something costs what it costs, and where promises are at risk',
    async () => {
      const page = await site.visit('admin', STAFF);
      await page.goto(`${site.url}/admin/prices/check`);
      await choose(page, 'customerId', 'Velo Nord');
      await choose(page, 'itemId', 'LH-CITY-1');
      await page.getByTestId('field-quantity').fill('12');
      await page.getByTestId('price-ask').click();
      const answer = page.getByTestId('price-answer');
      await answer.getByText('Contract price').waitFor();
      expect(await answer.innerText()).toContain('469');
      await site.examine(page, 'admin-price-check');
      await page.goto(`${site.url}/admin/sales/risk`);
      await page.getByTestId('peg-source').filter({ hasText: 'HL-3340' }).first().waitFor();
      await site.examine(page, 'admin-sales-risk');
      await page.goto(`${site.url}/admin/customers`);
      await page.getByRole('link', { name: 'Velo Nord' }).click();
      await page.getByTestId('timeline').waitFor();
      await page.getByTestId('buyer-limits-add').click();
      await page.getByTestId('field-personId').selectOption('everybody');
      await finish(page, { orderLimit: '5000' });
      await page.getByTestId('buyer-limits').getByText('EUR 5,000').waitFor();
      await site.examine(page, 'admin-customer');
    },
    STORY_MILLISECONDS,
  );

  test(
    'set up rates, territories, promotions and where a customer has goods brought',
    async () => {
      const page = await site.visit('admin', STAFF);
      await page.goto(`${site.url}/admin/prices/rates`);
      await act(page, 'rate-set', { currency: 'GBP', validFrom: '2026-01-01', rate: '1.15' });
      await page.getByText('GBP').first().waitFor();
      await site.examine(page, 'admin-rates');
      await page.goto(`${site.url}/admin/prices/territories`);
      await act(page, 'territory-new', { code: 'NORTH', name: 'North', country: 'SE' });
      await page.getByText('NORTH').first().waitFor();
      await site.examine(page, 'admin-territories');
      await page.goto(`${site.url}/admin/prices/promotions`);
      await act(page, 'promotion-new', { code: 'RAIN', nameEn: 'Rainy days', discount: '5', validFrom: '2026-01-01' });
      await act(page, 'promotion-edit-RAIN', { discount: '7.5' });
      await page.getByText('7.5%').first().waitFor();
      await site.examine(page, 'admin-promotions');
      await act(page, 'promotion-end-RAIN');
      await page.getByTestId('promotion-end-RAIN').waitFor({ state: 'detached' });
      await page.goto(`${site.url}/admin/customers`);
      await page.getByRole('link', { name: 'Velo Nord' }).click();
      await act(page, 'delivery-addresses-add', { name: 'Dock', address: 'Quay 3\nKiel\nGermany' });
      await page.getByTestId('delivery-addresses').getByText('Quay 3, Kiel').waitFor();
      await page.getByTestId('terms-edit').click();
      await page.getByTestId('field-territoryId').selectOption({ label: 'NORTH · North' });
      await finish(page);
      await page.getByTestId('fact-territory').getByText('North').waitFor();
    },
    STORY_MILLISECONDS,
  );

  test(
    'find every page in Chinese on a phone without a fault',
    async () => {
      const phone = await site.visit('admin', STAFF, { language: 'zh-CN', isPhone: true });
      for (const path of [
        '/sales',
        '/sales/risk',
        '/shipping',
        '/returns',
        '/invoices',
        '/prices',
        '/prices/promotions',
        '/prices/rates',
        '/prices/territories',
        '/customers',
      ]) {
        await phone.goto(`${site.url}/admin${path}`);
        await phone.locator('[data-testid=list-end], [data-testid=empty-state]').waitFor();
        expect(await phone.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
        await site.examine(phone, `admin${path.replaceAll('/', '-')}-phone-zh`);
      }
      for (const path of [orderPath, returnPath]) {
        await phone.goto(`${site.url}/admin${path}`);
        await phone.getByTestId('page-title').waitFor();
        await site.examine(phone, `admin-${path.split('/')[1] ?? ''}-page-phone-zh`);
      }
      expect(site.requestsElsewhere).toEqual([]);
    },
    STORY_MILLISECONDS,
  );
});
