import { ensureInstalled } from './install.mjs';
import { main } from './project.mjs';
import { runTests } from './vitest.mjs';

/** The quick tests: they need neither a build nor a browser. */
await main(() =>
  runTests(['unit/', 'architecture/'], async () => {
    await ensureInstalled();
    return {};
  }),
);
