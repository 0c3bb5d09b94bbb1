import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Site } from './support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

describe('help for customers and suppliers', () => {
  it('a customer asks, is answered while he looks, and rates the solution', async () => {
    const anna = await site.visit('customer', 'anna@velonord.demo');
    await anna.goto(`${site.url}/customer/tickets`);
    await anna.getByTestId('data-list').getByText('Spare keys for battery locks').waitFor();
    await site.examine(anna, 'customer-tickets');
    await anna.getByTestId('new-ticket').click();
    await anna.getByTestId('field-subject').fill('How do I return goods?');
    await anna.getByTestId('field-body').fill('One box of chargers is too many.');
    await anna.getByTestId('article-suggestions').getByText('How to return goods').waitFor();
    const picture = { name: 'box.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') };
    await anna.getByTestId('field-files').setInputFiles([picture]);
    await anna.getByTestId('attached-files').getByText('box.png').waitFor();
    await site.examine(anna, 'customer-ticket-new');
    await anna.getByTestId('send').click();
    await anna.getByTestId('conversation').getByText('One box of chargers is too many.').waitFor();

    const desk = await site.visit('admin', 'admin@demo.corridor');
    await desk.goto(`${site.url}/admin/desk`);
    const row = desk.getByTestId('data-list').getByText('How do I return goods?');
    await row.waitFor();
    await site.examine(desk, 'admin-desk');
    await row.click();
    await desk.getByTestId('glance').waitFor();
    await desk.getByTestId('conversation').getByText('box.png').waitFor();
    await desk.getByTestId('field-body').fill('Ask for a return on the order; we collect it on Tuesday.');
    await desk.getByTestId('send').click();
    await anna.getByTestId('conversation').getByText('we collect it on Tuesday').waitFor();
    await desk.getByTestId('conversation').getByText('we collect it on Tuesday').waitFor();
    await site.examine(desk, 'admin-ticket');
    await desk.getByTestId('resolve').click();

    await anna.getByTestId('score-5').check();
    await anna.getByTestId('field-comment').fill('Quick');
    await site.examine(anna, 'customer-ticket');
    await anna.getByTestId('rate').click();
    await anna.getByTestId('rating').waitFor();
  });

  it('a caller is recognised by his number, with his tickets', async () => {
    const desk = await site.visit('admin', 'admin@demo.corridor');
    await desk.goto(`${site.url}/admin/desk/call`);
    await desk.getByTestId('field-phone').fill('0049 40 5550142');
    await desk.getByTestId('find-caller').click();
    await desk.getByTestId('caller').getByText('Anna Petersen').waitFor();
    await desk.getByTestId('caller-orders').getByText('SO-').first().waitFor();
    await desk.getByTestId('caller-late').getByText('MOT-350-M').waitFor();
    await desk.getByTestId('caller-tickets').getByText('Charger for the city bike').waitFor();
    await site.examine(desk, 'admin-call');
    await desk.getByTestId('field-subject').fill('Wants a second delivery');
    await desk.getByTestId('field-body').fill('Called about a second delivery on Tuesday.');
    await desk.getByTestId('take-down').click();
    await desk.getByTestId('conversation').getByText('second delivery on Tuesday').waitFor();
  });

  it('reads in Chinese on a phone, in every portal', async () => {
    const phone = { language: 'zh-CN', isPhone: true };
    const anna = await site.visit('customer', 'anna@velonord.demo', phone);
    await anna.goto(`${site.url}/customer/preferences`);
    await anna.getByTestId('consent-EMAIL-OFFERS').check();
    await anna.getByTestId('save').click();
    await anna.getByTestId('toast-good').waitFor();
    await site.examine(anna, 'customer-preferences-zh-phone');
    await anna.goto(`${site.url}/customer/help`);
    await anna.getByTestId('data-list').getByText('如何退货').waitFor();
    await site.examine(anna, 'customer-help-zh-phone');
    await anna.getByText('如何退货').click();
    await anna.getByText('请按原包装打包').waitFor();

    const mei = await site.visit('supplier', 'mei@alpine.demo', phone);
    await mei.goto(`${site.url}/supplier/tickets`);
    await mei.getByTestId('data-list').getByText('Which pallet label').click();
    await mei.getByTestId('conversation').waitFor();
    await site.examine(mei, 'supplier-ticket-zh-phone');

    const desk = await site.visit('admin', 'admin@demo.corridor', phone);
    await desk.goto(`${site.url}/admin/desk`);
    await desk.getByTestId('data-list').getByText('Paint on two frames').first().waitFor();
    await site.examine(desk, 'admin-desk-zh-phone');
    await desk.getByTestId('data-list').getByText('Paint on two frames').first().click();
    await desk.getByTestId('glance').waitFor();
    await site.examine(desk, 'admin-ticket-zh-phone');
    for (const page of ['replies', 'agents', 'queues', 'categories', 'statuses']) {
      await desk.goto(`${site.url}/admin/desk/${page}`);
      await desk.getByTestId('list-end').waitFor();
      await site.examine(desk, `admin-desk-${page}-zh-phone`);
    }
  });
});

describe('the desk', () => {
  it('is set up: ready answers, agents, statuses, queues and categories, and the next ticket uses them', async () => {
    const desk = await site.visit('admin', 'admin@demo.corridor');
    await desk.goto(`${site.url}/admin/desk/replies`);
    await desk.getByTestId('new-reply').click();
    await desk.getByTestId('field-code').fill('PICK_UP');
    await desk.getByTestId('field-titleEn').fill('We pick it up');
    await desk.getByTestId('field-titleZh').fill('上门取件');
    await desk.getByTestId('field-bodyEn').fill('Our driver picks it up on Tuesday.');
    await desk.getByTestId('field-bodyZh').fill('司机周二上门取件。');
    await site.examine(desk, 'admin-ready-answer');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByTestId('data-list').getByText('We pick it up').waitFor();
    await site.examine(desk, 'admin-ready-answers');

    await desk.getByTestId('tab-agents').click();
    await desk.getByTestId('data-list').getByText('Sun Lei').waitFor();
    await desk.getByTestId('new-agent').click();
    await desk.getByTestId('field-personId').selectOption({ label: 'Chen Wei' });
    await desk.getByTestId('agent-queue').first().check();
    await desk.getByTestId('field-skills').fill('Returns, Deutsch');
    await desk.getByTestId('field-capacity').fill('0');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByTestId('error-capacity').waitFor();
    await site.examine(desk, 'admin-agent');
    await desk.getByTestId('field-capacity').fill('4');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByTestId('data-list').getByText('RETURNS, DEUTSCH').waitFor();
    await site.examine(desk, 'admin-agents');

    await desk.getByTestId('tab-statuses').click();
    await desk.getByTestId('new-status').click();
    await desk.getByTestId('field-code').fill('WAITING_PARTS');
    await desk.getByTestId('field-category').selectOption('PAUSED');
    await desk.getByTestId('field-nameEn').fill('Waiting for parts');
    await desk.getByTestId('field-nameZh').fill('等待配件');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    const added = desk.getByTestId('row-WAITING_PARTS');
    await added.getByTestId('up-8').click();
    await added.getByTestId('up-7').waitFor();
    await site.examine(desk, 'admin-statuses');

    await desk.getByTestId('tab-queues').click();
    await desk.getByTestId('new-queue').click();
    await desk.getByTestId('field-code').fill('WORKSHOP');
    await desk.getByTestId('field-nameEn').fill('Workshop');
    await desk.getByTestId('field-nameZh').fill('维修车间');
    await desk.getByRole('checkbox', { name: 'Chen Wei' }).check();
    await site.examine(desk, 'admin-queue');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByTestId('data-list').getByText('Workshop · 维修车间').waitFor();
    await desk.getByTestId('change-FRONT').click();
    await desk.getByTestId('field-nameEn').fill('First contact');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByTestId('data-list').getByText('First contact').waitFor();
    await site.examine(desk, 'admin-queues');

    await desk.getByTestId('tab-categories').click();
    await desk.getByTestId('change-QUALITY').click();
    await desk.getByTestId('field-queueId').selectOption({ label: 'Workshop' });
    await desk.getByTestId('field-skill').fill('returns');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByTestId('data-list').getByText('RETURNS').waitFor();
    await desk.getByTestId('change-OTHER').click();
    await desk.getByTestId('field-isActive').uncheck();
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByTestId('data-list').getByText('Out of use').waitFor();
    await site.examine(desk, 'admin-categories');

    await desk.goto(`${site.url}/admin/desk`);
    await desk.getByTestId('data-list').getByText('Charger for the city bike').click();
    await desk.getByTestId('suggestions').getByText('BRK-PAD').waitFor();
    await desk.getByTestId('field-canned').selectOption({ label: 'We pick it up' });
    await desk.getByTestId('field-statusCode').selectOption({ label: 'Waiting for parts' });
    await site.examine(desk, 'admin-ticket-ready-answer');
    await desk.getByTestId('send').click();
    await desk.getByTestId('conversation').getByText('picks it up on Tuesday').waitFor();
  });

  it('looks after knowledge, targets, unknown mail and the timeline', async () => {
    const desk = await site.visit('admin', 'admin@demo.corridor');
    await desk.goto(`${site.url}/admin/knowledge`);
    await desk.getByTestId('data-list').getByText('How to return goods').waitFor();
    await site.examine(desk, 'admin-knowledge');
    await desk.getByTestId('new-article').click();
    await desk.getByTestId('field-titleEn').fill('Delivery days');
    await desk.getByTestId('field-bodyEn').fill('Tuesdays in Hamburg.');
    await desk.getByTestId('save-article').click();
    await desk.getByTestId('submit').click();
    await desk.getByTestId('publish').click();
    await desk.getByTestId('form-errors').waitFor();
    await site.examine(desk, 'admin-article');
    await desk.goto(`${site.url}/admin/desk/targets`);
    await desk.getByTestId('due-preview').waitFor();
    await site.examine(desk, 'admin-targets');
    await desk.getByTestId('new-calendar').click();
    await desk.getByTestId('field-name').fill('Weekend desk');
    await desk.getByTestId('field-day-6').fill('09:00-12:00, 13:00-18:00');
    await desk.getByTestId('field-exceptions').fill('2027-01-02');
    await site.examine(desk, 'admin-calendar');
    await desk.getByTestId('form-dialog').getByTestId('submit').click();
    await desk.getByText('Weekend desk').filter({ visible: true }).first().waitFor();
    await desk.goto(`${site.url}/admin/desk/mail`);
    await desk.getByTestId('empty-state').waitFor();
    await site.examine(desk, 'admin-unknown-mail');
    await desk.goto(`${site.url}/admin/desk`);
    await desk.getByTestId('view-unassigned').check();
    await desk.getByTestId('filter-queue').click();
    await desk.getByRole('menuitemcheckbox', { name: 'First contact' }).click();
    await desk.keyboard.press('Escape');
    await desk.waitForURL(/view=unassigned.*queue=que_|queue=que_.*view=unassigned/);
    await site.examine(desk, 'admin-desk-queue');
    await desk.goto(`${site.url}/admin/desk`);
    await desk.getByTestId('data-list').getByText('Paint on two frames').click();
    await desk.getByTestId('glance').getByRole('link', { name: 'Whole timeline' }).click();
    await desk.getByTestId('data-list').getByText('Visit in Hamburg').waitFor();
    await desk.getByTestId('data-list').getByText('SO-').first().waitFor();
    await site.examine(desk, 'admin-timeline');
    expect(site.requestsElsewhere).toEqual([]);
  });
});
