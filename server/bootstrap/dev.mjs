import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { compileOnTheFly, main, project } from './project.mjs';

const pages = join(project, 'portals', 'build', 'dev.ts');

/** The server restarts when its sources change; the portals' own server shows its addresses. */
await main(async () => {
  await ensureInstalled();
  const server = ['--watch', ...compileOnTheFly.args, join(project, 'server', 'src', 'main.ts')];
  const portals = existsSync(pages) ? [{ args: [pages], cwd: join(project, 'portals') }] : [];
  return foreground([{ args: server, cwd: compileOnTheFly.cwd }, ...portals], compileOnTheFly.env);
});
