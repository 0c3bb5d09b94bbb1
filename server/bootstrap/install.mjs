import { existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, isStamped, pinnedNode, progress, project, run, Stop, writeStamp } from './project.mjs';

const manifests = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'package.json',
  'server/package.json',
  'portals/package.json',
  'tests/package.json',
];
const stamp = join(project, 'node_modules', '.corridor-installed');

const { devDependencies: pins } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Follows pnpm's event lines: how many packages are in place, and what went wrong. */
function follow(line) {
  const counts = { fetched: 0, imported: 0 };
  let problem;
  return {
    onLine(text) {
      const event = parse(text);
      if (event?.name === 'pnpm:progress' && event.status in counts) {
        counts[event.status] += 1;
        line.update(`${counts.fetched} downloaded, ${counts.imported} in place`);
      }
      if (event?.level === 'error') problem = event.err?.message ?? event.message ?? problem;
    },
    problem: () => problem,
  };
}

function explain(problem, output) {
  const said = problem ?? output.trim().split('\n').at(-1) ?? 'no reason given';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output)) {
    return `Packages could not be installed because the npm registry was not reachable; check the network or proxy (${said}).`;
  }
  if (/ENOSPC/.test(output)) return 'Packages could not be installed because the disk is full.';
  if (/EACCES|EROFS|EPERM/.test(output)) return `Packages could not be installed because of missing rights (${said}).`;
  return `Packages could not be installed: ${said}`;
}

async function install() {
  const line = progress('Installing packages (once, about a minute)');
  const events = follow(line);
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const args = ['--yes', `pnpm@${pins.pnpm}`, 'install', '--frozen-lockfile', '--reporter=ndjson'];
  // Without CI, pnpm may stop to ask a question nobody sees.
  const env = { ...process.env, CI: 'true' };
  const { code, output } = await run(npx, args, { env, onLine: events.onLine });
  if (code !== 0) {
    line.failed();
    throw new Stop(explain(events.problem(), output));
  }
  line.done();
}

/** pnpm's shim for `node` does not pass signals on, so npm scripts get the program itself. */
function unwrapNode() {
  if (process.platform === 'win32') return;
  const shim = join(project, 'node_modules', '.bin', 'node');
  rmSync(shim, { force: true });
  symlinkSync(join('..', 'node', 'bin', 'node'), shim);
}

async function assertPinnedNode() {
  const { output } = await run(pinnedNode, ['--version']).catch(() => ({ output: 'missing' }));
  if (output.trim() === `v${pins.node}`) return;
  throw new Stop(
    `The pinned Node ${pins.node} is not in place (found: ${output.trim()}); delete node_modules and start again.`,
  );
}

/** Installs the locked packages unless they already are. */
export async function ensureInstalled() {
  const mark = fingerprint(manifests) + process.platform + process.arch;
  if (isStamped(stamp, mark) && existsSync(pinnedNode)) return;
  await install();
  await assertPinnedNode();
  unwrapNode();
  writeStamp(stamp, mark);
}
