import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { main, project } from './project.mjs';

const compiler = join(project, 'server', 'node_modules', '@swc-node', 'register', 'esm', 'esm-register.mjs');
const pages = join(project, 'portals', 'build', 'dev.ts');

/** The server restarts when its sources change; the portals' own server shows its addresses. */
await main(async () => {
  await ensureInstalled();
  const server = [
    '--watch',
    '--import',
    pathToFileURL(compiler).href,
    join(project, 'server', 'src', 'main.ts'),
  ];
  const portals = existsSync(pages) ? [{ args: [pages], cwd: join(project, 'portals') }] : [];
  return foreground([{ args: server }, ...portals], {
    SWC_NODE_PROJECT: join(project, 'server', 'tsconfig.json'),
  });
});
