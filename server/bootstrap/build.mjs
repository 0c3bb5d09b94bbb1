import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped, pinnedNode, progress, project, run, Stop, writeStamp } from './project.mjs';

const shared = ['tsconfig.json', 'pnpm-lock.yaml', 'server/bootstrap/build.mjs'];
const portalsFolder = join(project, 'portals');

/** The portals that exist: folders below `portals` with a vite configuration. */
function portalNames() {
  return readdirSync(portalsFolder).filter((name) => existsSync(join(portalsFolder, name, 'vite.config.ts')));
}

const server = () => ({
  name: 'server',
  outputs: [join(project, 'server', 'dist')],
  sources: [...shared, 'server/src', 'server/tsconfig.json', 'server/bootstrap/bundle.mjs'],
  command: [join(project, 'server', 'bootstrap', 'bundle.mjs')],
});

const portals = () => ({
  name: 'portals',
  outputs: portalNames().map((name) => join(portalsFolder, name, 'dist')),
  // Not the whole schema folder: this build writes the trusted documents there.
  sources: [...shared, 'schema/schema.graphql', 'portals'],
  command: [join(portalsFolder, 'build', 'build.ts'), ...portalNames()],
});

async function build({ name, outputs, sources, command }) {
  const stamp = join(project, 'node_modules', `.corridor-built-${name}`);
  const mark = fingerprint(sources);
  if (outputs.every(existsSync) && isStamped(stamp, mark)) return;
  const line = progress(`Building the ${name}`);
  for (const output of outputs) rmSync(output, { recursive: true, force: true });
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output: said } = await run(pinnedNode, command, { env });
  if (code !== 0) {
    line.failed();
    throw new Stop(`${said.trim()}\nThe ${name} could not be built: see above.`);
  }
  line.done();
  writeStamp(stamp, mark);
}

/** Builds the server if its sources changed since the last build. */
export const ensureServerBuilt = () => build(server());

/** Builds whatever changed since its last build. */
export async function ensureBuilt() {
  await ensureServerBuilt();
  if (portalNames().length > 0) await build(portals());
}
