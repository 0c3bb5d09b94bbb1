import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { compileOnTheFly, main, project, Stop } from './project.mjs';

/** Runs one benchmark from tests/bench by its name; without a name, that of the product's hot operations. */
await main(async () => {
  const args = process.argv.slice(2);
  const isNamed = args[0] !== undefined && !args[0].startsWith('-');
  const [name, rest] = isNamed ? [args[0], args.slice(1)] : ['product', args];
  const file = resolve(project, 'tests', 'bench', `${name}.bench.ts`);
  if (!existsSync(file)) {
    throw new Stop(`There is no benchmark ${name}: npm run bench -- <name> runs tests/bench/<name>.bench.ts.`);
  }
  await ensureInstalled();
  await ensureBuilt();
  return foreground(
    [{ args: [...compileOnTheFly.args, file, ...rest], cwd: compileOnTheFly.cwd }],
    compileOnTheFly.env,
  );
});
