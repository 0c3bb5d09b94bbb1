import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { compileOnTheFly, main, project, Stop } from './project.mjs';

/** Runs one benchmark from tests/bench by its name. */
await main(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const file = resolve(project, 'tests', 'bench', `${name}.bench.ts`);
  if (!name || !existsSync(file)) {
    throw new Stop('Name a benchmark: npm run bench -- <name>, for a file tests/bench/<name>.bench.ts.');
  }
  await ensureInstalled();
  await ensureBuilt();
  return foreground(
    [{ args: [...compileOnTheFly.args, file, ...rest], cwd: compileOnTheFly.cwd }],
    compileOnTheFly.env,
  );
});
