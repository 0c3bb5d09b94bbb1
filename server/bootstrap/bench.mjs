import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { main, project, Stop } from './project.mjs';

const compiler = join(project, 'server', 'node_modules', '@swc-node', 'register', 'esm', 'esm-register.mjs');

/** Runs one benchmark from tests/bench by its name. */
await main(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const file = resolve(project, 'tests', 'bench', `${name}.bench.ts`);
  if (!name || !existsSync(file)) {
    throw new Stop('Name a benchmark: npm run bench -- <name>, for a file tests/bench/<name>.bench.ts.');
  }
  await ensureInstalled();
  await ensureBuilt();
  return foreground([{ args: ['--import', pathToFileURL(compiler).href, file, ...rest] }], {
    SWC_NODE_PROJECT: join(project, 'server', 'tsconfig.json'),
  });
});
