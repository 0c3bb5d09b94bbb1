import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './install.mjs';
import { main } from './project.mjs';
import { ensureTestServers } from './test-servers.mjs';
import { runTests } from './vitest.mjs';

await main(() =>
  runTests(process.argv.slice(2), async () => {
    await ensureInstalled();
    await ensureBuilt();
    const chromium = await ensureChromium();
    await ensureTestServers();
    return { CORRIDOR_IS_BUILT: 'yes', ...(chromium ? { CHROMIUM_PATH: chromium } : {}) };
  }),
);
