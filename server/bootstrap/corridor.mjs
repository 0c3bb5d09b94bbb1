import { join } from 'node:path';
import { ensureServerBuilt } from './build.mjs';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { main, project } from './project.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureServerBuilt();
  const cli = join(project, 'server', 'dist', 'cli.js');
  return foreground([{ args: [cli, ...process.argv.slice(2)] }]);
});
