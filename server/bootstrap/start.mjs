import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { main, project, serverFlags } from './project.mjs';

await main(async () => {
  await ensureInstalled();
  await ensureBuilt();
  return foreground([{ args: [...serverFlags, join(project, 'server', 'dist', 'main.js')] }]);
});
