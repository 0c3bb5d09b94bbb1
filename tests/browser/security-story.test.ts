import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lettersIn } from '../support/letters.ts';
import { CLIENT, LocalProvider } from '../support/sign-in/provider.ts';
import { codeAt } from '../support/sign-in/totp.ts';
import { DEMO_PASSWORD, Site } from './support/site.ts';

const STORY_MILLISECONDS = 300_000;
const PLANNER = 'li@voltcell.demo';
const SUPPLIER_ADMIN = 'mei@alpine.demo';
const BUYER = 'anna@velonord.demo';
const ADMIN = 'admin@demo.corridor';
const STAFF_BUYER = 'buyer@demo.corridor';
const NEW_PASSWORD = 'tidal lantern 94 quarry';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
}, STORY_MILLISECONDS);
afterAll(async () => {
  await site.close();
}, STORY_MILLISECONDS);

/** A device with a lock that opens, as Chromium pretends to have one. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
async function addPasskey(page: Page): Promise<void> {
  await page.getByTestId('passkey-add').click();
  await page.getByTestId('form-dialog').getByTestId('submit').click();
  await page.getByTestId('passkeys').waitFor();
}
const portal = (page: Page) => page.getByRole('navigation').first();

async function signOut(page: Page): Promise<void> {
  await page.getByTestId('person-menu').click();
  await page.getByTestId('sign-out').click();
  await page.getByTestId('sign-in').waitFor();
}
async function password(page: Page, email: string, text = DEMO_PASSWORD): Promise<void> {
  await page.getByTestId('field-email').fill(email);
  await page.getByTestId('field-password').fill(text);
  await page.getByTestId('sign-in').getByTestId('submit').click();
}

describe('signing in', () => {
  it(
    'asks for a code of the app that was set up',
    async () => {
      const page = await site.visit('supplier', PLANNER);
      await page.getByTestId('person-menu').click();
      await page.getByTestId('security').click();
      await page.getByTestId('app-set-up').click();
      await page.getByTestId('qr-code').waitFor();
      const secret = (await page.getByTestId('app-secret').innerText()).trim();
      await site.examine(page, 'security-app');
      await page.getByTestId('field-code').fill(codeAt(secret, new Date()));
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      await page.getByTestId('recovery-codes').waitFor();
      await site.examine(page, 'security-codes');
      await page.getByTestId('codes-kept').click();

      await signOut(page);
      // The code of now is used, so this takes the next.
      await password(page, PLANNER);
      await page.getByTestId('second-step').waitFor();
      await site.examine(page, 'sign-in-step');
      await page.getByTestId('field-code').fill(codeAt(secret, new Date(Date.now() + 30_000)));
      await page.getByTestId('second-step').getByTestId('submit').click();
      await portal(page).waitFor();
    },
    STORY_MILLISECONDS,
  );

  it(
    'takes a passkey in place of everything else, and gives it up again',
    async () => {
      const page = await site.visit('supplier', SUPPLIER_ADMIN);
      await withAuthenticator(page);
      await page.goto(`${site.url}/supplier/security`);
      await addPasskey(page);
      await site.examine(page, 'security');

      await signOut(page);
      await site.examine(page, 'sign-in');
      await page.getByTestId('passkey-sign-in').click();
      await portal(page).waitFor();
      await page.goto(`${site.url}/supplier/security`);
      await page.getByTestId('passkey-remove').click();
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      await page.getByTestId('passkeys').waitFor({ state: 'detached' });
    },
    STORY_MILLISECONDS,
  );

  it(
    'replaces a forgotten password by the link of a letter, in Chinese on a phone',
    async () => {
      const email = BUYER;
      await rm(site.mailFolder, { recursive: true, force: true });
      const page = await site.arrive('customer', { language: 'zh-CN', isPhone: true });
      await site.examine(page, 'sign-in-zh-phone');
      await page.getByTestId('forgotten').click();
      // The field of the page before has the same name.
      await page.waitForURL(/\/forgotten$/);
      await page.getByTestId('field-email').fill(email);
      await site.examine(page, 'forgotten-zh-phone');
      await page.getByTestId('submit').click();
      await page.getByTestId('reset-sent').waitFor();
      const link = await theLink();
      await page.goto(new URL(new URL(link).pathname, site.url).href);
      await page.getByTestId('field-password').fill('password12345');
      await page.getByTestId('submit').click();
      await page.getByTestId('error-password').waitFor();
      await site.examine(page, 'reset-zh-phone');
      await page.getByTestId('field-password').fill(NEW_PASSWORD);
      await page.getByTestId('submit').click();
      await page.getByTestId('reset-done').waitFor();
      await page.getByRole('link').first().click();
      await password(page, email, NEW_PASSWORD);
      await portal(page).waitFor();
      await page.goto(`${site.url}/customer/security`);
      await page.getByTestId('password-change').waitFor();
      await site.examine(page, 'security-zh-phone');
    },
    STORY_MILLISECONDS,
  );
});

async function theLink(): Promise<string> {
  let found = '';
  await expect
    .poll(
      async () => {
        const letters = await lettersIn(site.mailFolder);
        found = letters.map((letter) => /http\S+\/reset\/[\w-]{43}/.exec(letter)?.[0]).find(Boolean) ?? '';
        return found;
      },
      { timeout: 20_000 },
    )
    .not.toBe('');
  return found;
}

describe('an organisation', () => {
  it(
    'makes a key for its system, shown once, and says where its people sign in',
    async () => {
      const page = await site.visit('admin', ADMIN);
      await page.goto(`${site.url}/admin/access`);
      await page.getByTestId('api-key-create').click();
      await page.getByTestId('field-name').fill('Planning system');
      await site.examine(page, 'access-key');
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      const key = await page.getByTestId('api-key-secret').inputValue();
      expect(key).toMatch(/^cor_[0-9a-f]{12}_[\w-]{43}$/);
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      const answer = await fetch(`${site.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
        body: JSON.stringify({ query: '{ organisations(first: 1, sort: NAME) { totalCount } }' }),
      });
      expect(
        ((await answer.json()) as { data: { organisations: { totalCount: number } } }).data.organisations.totalCount,
      ).toBeGreaterThan(0);
      await site.examine(page, 'access');
      await page.getByTestId('sign-on-set-up').click();
      await page.getByTestId('field-issuer').waitFor();
      await site.examine(page, 'access-sign-on');
    },
    STORY_MILLISECONDS,
  );

  it(
    'has somebody of the company look with the eyes of a supplier, under a banner',
    async () => {
      const page = await site.visit('admin', ADMIN);
      await page.goto(`${site.url}/admin/people`);
      await page.locator('[data-testid^=look-]').first().click();
      await page.getByTestId('field-reason').fill('Ticket 4711: cannot see the order');
      await site.examine(page, 'impersonate');
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      const [other] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByTestId('impersonation-open').click(),
      ]);
      await other.getByTestId('impersonation-banner').waitFor();
      await site.examine(other, 'impersonation');
      await other.getByTestId('impersonation-end').click();
      await other.getByTestId('sign-in').waitFor();
    },
    STORY_MILLISECONDS,
  );

  it(
    'reads who came in from where, and what was changed; a supplier reads its own part',
    async () => {
      const page = await site.visit('admin', ADMIN);
      await page.goto(`${site.url}/admin/audit`);
      const entry = page.getByTestId('data-list').getByRole('row').filter({ hasText: 'apiKeyCreate' });
      await entry.first().waitFor();
      await site.examine(page, 'audit');
      await entry.first().getByTestId('audit-open').click();
      await page.getByRole('dialog').getByRole('table').first().waitFor();
      await site.examine(page, 'audit-changes');
      const theirs = await site.visit('supplier', SUPPLIER_ADMIN, { language: 'zh-CN', isPhone: true });
      await theirs.goto(`${site.url}/supplier/audit`);
      await theirs.getByTestId('data-list').getByText('Mei Keller').first().waitFor();
      await site.examine(theirs, 'audit-supplier-zh-phone');
    },
    STORY_MILLISECONDS,
  );

  it(
    'lets its people in through their own provider',
    async () => {
      const provider = await LocalProvider.start([`${site.url}/admin/single-sign-on`]);
      try {
        site.knows(provider.issuer);
        provider.accounts.set('buyer', { email: STAFF_BUYER, email_verified: true });
        const page = await site.visit('admin', ADMIN);
        await page.goto(`${site.url}/admin/access`);
        await page.getByTestId('sign-on-set-up').click();
        await page.getByTestId('field-issuer').fill(provider.issuer);
        await page.getByTestId('field-clientId').fill(CLIENT.client_id);
        await page.getByTestId('field-clientSecret').fill(CLIENT.client_secret);
        await page.getByTestId('field-emailDomains').fill('demo.corridor');
        await page.getByTestId('form-dialog').getByTestId('submit').click();
        await page.getByTestId('sign-on-change').waitFor();
        await site.examine(page, 'access-sign-on-set-up');

        const theirs = await site.arrive('admin');
        await theirs.context().addCookies([{ name: 'account', value: 'buyer', url: provider.issuer }]);
        await theirs.getByTestId('single-sign-on').click();
        await theirs.getByTestId('field-who').fill(STAFF_BUYER);
        await site.examine(theirs, 'single-sign-on');
        await theirs.getByTestId('submit').click();
        await portal(theirs).waitFor();
        await theirs.getByTestId('person-menu').click();
        await theirs.getByTestId('security').waitFor();
      } finally {
        await provider.close();
      }
    },
    STORY_MILLISECONDS,
  );

  it(
    'demands a second factor, and has its people set one up as they come in',
    async () => {
      const page = await site.visit('admin', ADMIN);
      await withAuthenticator(page);
      await page.goto(`${site.url}/admin/security`);
      await addPasskey(page);
      // Only who has come in with one himself may ask it of the others.
      await signOut(page);
      await page.getByTestId('passkey-sign-in').click();
      await portal(page).waitFor();
      await page.goto(`${site.url}/admin/access`);
      await page.getByTestId('factor-require').click();
      await page.getByTestId('form-dialog').getByTestId('submit').click();
      await page.getByTestId('form-dialog').waitFor({ state: 'detached' });

      const again = await site.arrive('admin', { language: 'zh-CN', isPhone: true });
      await password(again, 'warehouse@demo.corridor');
      const step = again.getByTestId('second-step');
      const secret = (await step.getByTestId('app-secret').innerText()).trim();
      await site.examine(again, 'sign-in-enrolment-zh-phone');
      await again.getByTestId('field-code').fill(codeAt(secret, new Date()));
      await step.getByTestId('submit').click();
      await again.getByTestId('recovery-codes').waitFor();
      await again.getByTestId('codes-kept').click();
      await portal(again).waitFor();
    },
    STORY_MILLISECONDS,
  );
});
