import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './support/long-first.ts';

/**
 * Tests of the business over the API: loading the product takes longer than most of them, so they share it. All others
 * change what their neighbours would see of it, and load their own.
 */
const together = ['{unit,api,scenarios}/*.test.ts', '{unit,api,scenarios}/!(platform)/**/*.test.ts'];
// Without their server these cannot run; server/bootstrap/test-servers.mjs brings it, or says that it is missing.
const needs = (path: string, test: string): string[] => (existsSync(path) ? [] : [test]);
const withoutServer = [
  ...needs('/usr/sbin/dovecot', 'api/interactions/mailbox.test.ts'),
  ...needs('/usr/sbin/pgbouncer', 'security/pooler-bleed.test.ts'),
];
const never = ['**/node_modules/**', 'bench/**', ...withoutServer];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Otherwise our code loads graphql's ES module and its libraries the CommonJS one: two realms, no schema.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  oxc: {
    decorator: { legacy: true, emitDecoratorMetadata: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  test: {
    globalSetup: ['support/global-setup.ts'],
    // A test waits for the database or the browser half of its time: one less than the cores leaves cores idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
    // To end what hangs. What takes a moment on an idle machine takes its time on a busy one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      { extends: true, test: { name: 'together', include: together, exclude: never, isolate: false } },
      { extends: true, test: { name: 'alone', include: ['**/*.test.ts'], exclude: [...never, ...together] } },
    ],
  },
});
