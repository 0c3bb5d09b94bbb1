import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { createRuntime, type Runtime } from '../../../server/src/app/runtime.ts';
import { loadConfig } from '../../../server/src/platform/config.ts';
import { createHttpServer } from '../../../server/src/platform/http/server.ts';
import { createLog } from '../../../server/src/platform/log.ts';
import type { TestDatabase } from '../../support/database.ts';
import { freePort } from '../../support/free-port.ts';
import { demoDatabase } from '../../support/demo-database.ts';

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

/** Nothing plays here, so nothing needs to be loaded once more to be judged. */
const QUICKLY = { resultTypes: ['violations' as const], selectors: false, preload: false };

interface Look {
  readonly language?: string;
  readonly isPhone?: boolean;
}

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The whole product as people use it: the built portals, the real server and worker, the demo company, a browser. */
export class Site {
  private readonly strangers: string[] = [];
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
      CORRIDOR_SECRET: 'browser tests: Aq9x7Lm2Vn4Rt8Zb3Kd6',
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

  /** A browser window of its own, signed in; in the language and at the width asked for. */
  async visit(portal: Portal, email: string, look: Look = {}): Promise<Page> {
    const page = await this.arrive(portal, look);
    await page.getByTestId('field-email').fill(email);
    await page.getByTestId('field-password').fill(DEMO_PASSWORD);
    await page.getByTestId('submit').click();
    await page.getByRole('navigation').first().waitFor();
    return page;
  }

  /** A browser window of its own, at the door of a portal. */
  async arrive(portal: Portal, { language = 'en', isPhone = false }: Look = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: isPhone ? PHONE : WIDE,
      locale: language,
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(45_000);
    await this.watch(context);
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
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.waitForTimeout(SETTLING_MILLISECONDS);
      await page.evaluate(SETTLED);
      // Between the two, nothing differs but the colours. Listing what is well takes longer than finding what is not.
      const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
      // We frame no page of another's, so all is judged where it is; a page that was judged before knows how.
      const known = (await page.evaluate<boolean>(`'axe' in window`)) ? { axeSource: 'window.axe' } : {};
      const axe = new AxeBuilder({ page, ...known }).setLegacyMode().options({ ...QUICKLY, ...rules });
      const { violations } = await axe.analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
      expect(found, `${name} in ${colorScheme}`).toEqual([]);
      const file = colorScheme === 'light' ? `${name}.png` : `${name}-dark.png`;
      await page.screenshot({ path: join(SCREENSHOTS, file) });
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

  private async watch(context: BrowserContext): Promise<void> {
    await context.route('**/*', async (route) => {
      const address = route.request().url();
      if ([this.url, ...this.neighbours].some((known) => address.startsWith(known)) || /^(data|blob):/.test(address))
        return route.continue();
      this.strangers.push(address);
      return route.abort();
    });
  }
}
