import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { createRuntime, type Runtime } from '../../../server/src/app/runtime.ts';
import { loadConfig } from '../../../server/src/platform/config.ts';
import { createHttpServer } from '../../../server/src/platform/http/server.ts';
import { createLog } from '../../../server/src/platform/log.ts';
import type { TestDatabase } from '../../support/database.ts';
import { freePort } from '../../support/free-port.ts';
import { demoDatabase } from '../../support/demo-database.ts';
import { SECRET } from '../../support/secret.ts';
import { violations } from './violations.ts';

export const DEMO_PASSWORD = 'corridor-demo';
export type Portal = 'supplier' | 'customer' | 'admin';

const SCREENSHOTS = fileURLToPath(new URL('../../.screenshots/', import.meta.url));
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Nobody else is reached from here, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  // A window behind another works as one in front.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
];

/** A theme changes over a moment; a picture before its end shows a mixture. */
const SETTLING_MILLISECONDS = 120;
// On a busy machine the moment is longer.
const SETTLED = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished)).then(() => undefined)`;
const DRAW_EVERYTHING = `for (const one of document.querySelectorAll('*'))
  if (getComputedStyle(one).contentVisibility === 'auto') one.style.contentVisibility = 'visible';`;

/** A page and what is open on it, whichever record it shows; and whether it is shown in Chinese or on a phone. */
const WHAT_IT_IS = `({
  what: location.pathname.replace(/[a-z]{3}_[0-9a-f]{32}/g, '*') + ' ' + document.querySelectorAll('dialog[open], [role=dialog]').length,
  isVariant: document.documentElement.lang !== 'en' || innerWidth < 600,
})`;

/** SCREENSHOTS=all takes the pictures in the dark as well. */
const EVERY_PICTURE = process.env.SCREENSHOTS === 'all';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

interface Look {
  readonly language?: string;
  readonly isPhone?: boolean;
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The whole product as people use it: the built portals, the real server and worker, the demo company, a browser. */
export class Site {
  private readonly strangers: string[] = [];
  private readonly seenInTheDark = new Set<string>();
  /** Who has come in once, and comes in again as from a browser that was closed meanwhile. */
  private readonly known = new Map<string, Cookies>();
  private readonly neighbours: string[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly runtime: Runtime,
    private readonly server: Awaited<ReturnType<typeof createHttpServer>>,
    private readonly browser: Browser,
    readonly url: string,
  ) {}

  static async open(): Promise<Site> {
    const database = await demoDatabase();
    const config = loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: database.ownerUrl,
      CORRIDOR_DATA_DIR: join(tmpdir(), database.name),
      CORRIDOR_SECRET: SECRET,
      PORT: String(await freePort()),
      LOG_LEVEL: 'error',
      DEMO: 'on',
    });
    const runtime = await createRuntime(config, createLog('error'));
    await runtime.startJobs();
    const server = await createHttpServer(runtime);
    await server.listen({ port: config.port, host: '127.0.0.1' });
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: FLAGS,
    });
    // By name, as passkeys are made for a name and not for a number.
    return new Site(database, runtime, server, browser, config.publicUrl);
  }

  /**
   * A browser window of its own, signed in; in the language and at the width asked for. Like every window it is closed
   * at the end of the test.
   */
  async visit(portal: Portal, email: string, look: Look = {}): Promise<Page> {
    const who = `${portal} ${email}`;
    const page = await this.arrive(portal, look, this.known.get(who));
    const [inside, door] = [page.getByRole('navigation').first(), page.getByTestId('field-email')];
    await inside.or(door).first().waitFor();
    if (await door.isVisible()) {
      await door.fill(email);
      await page.getByTestId('field-password').fill(DEMO_PASSWORD);
      await page.getByTestId('submit').click();
      await inside.waitFor();
    }
    this.known.set(who, await page.context().cookies());
    return page;
  }

  /** A browser window of its own, at the door of a portal. */
  async arrive(portal: Portal, { language = 'en', isPhone = false }: Look = {}, cookies: Cookies = []): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: isPhone ? PHONE : WIDE,
      locale: language,
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(45_000);
    // What stays open follows what happens, and asks for it again.
    onTestFinished(() => context.close());
    context.on('request', (request) => this.note(request.url()));
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.goto(`${this.url}/${portal}/`);
    return page;
  }

  /** Puts more into the database than people would enter, past every rule. */
  async enter(sql: string): Promise<void> {
    await this.database.query(sql);
  }

  /** The letters that nobody carried anywhere. */
  get mailFolder(): string {
    return join(this.runtime.config.dataDir, 'mail');
  }

  /** What every page owes its readers: no accessibility violation, in light and dark; and a picture of it. */
  async examine(page: Page, name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    // What is off screen keeps the colours of before until it is drawn; here it is judged without being drawn.
    await page.evaluate(DRAW_EVERYTHING);
    const { what, isVariant } = await page.evaluate<{ what: string; isVariant: boolean }>(WHAT_IT_IS);
    // Neither language nor width changes a colour.
    const schemes = isVariant && this.seenInTheDark.has(what) ? (['light'] as const) : (['dark', 'light'] as const);
    this.seenInTheDark.add(what);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(SETTLING_MILLISECONDS);
      await page.evaluate(SETTLED);
      expect(await violations(page, colorScheme), `${name} in ${colorScheme}`).toEqual([]);
      const file = colorScheme === 'light' ? `${name}.png` : `${name}-dark.png`;
      if (colorScheme === 'light' || EVERY_PICTURE) await page.screenshot({ path: join(SCREENSHOTS, file) });
    }
  }

  /** Lets pages go to another server too, such as a provider of identities. */
  knows(neighbour: string): void {
    this.neighbours.push(neighbour);
  }

  /** Addresses outside of the server that any page asked for: there must be none. */
  get requestsElsewhere(): readonly string[] {
    return this.strangers;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    await this.runtime.stop();
    await this.database.drop();
    rmSync(this.runtime.config.dataDir, { recursive: true, force: true });
  }

  private note(address: string): void {
    const isOurs = [this.url, ...this.neighbours].some((known) => address.startsWith(known));
    if (!isOurs && !/^(data|blob):/.test(address)) this.strangers.push(address);
  }
}
