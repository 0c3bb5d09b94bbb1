import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { main, project } from './project.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return foreground([{ args: ['--enable-source-maps', join(project, 'server', 'dist', 'main.js')] }]);
});
