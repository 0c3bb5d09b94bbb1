import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureDovecot } from './dovecot.mjs';
import { ensureInstalled } from './install.mjs';
import { main } from './project.mjs';
import { runTests } from './vitest.mjs';

await main(() =>
  runTests(process.argv.slice(2), async () => {
    await ensureInstalled();
    await ensureBuilt();
    const chromium = await ensureChromium();
    await ensureDovecot();
    return chromium ? { CHROMIUM_PATH: chromium } : {};
  }),
);
