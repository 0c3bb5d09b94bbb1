import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createLog } from '../../../server/src/platform/log.ts';

const folder = mkdtempSync(join(tmpdir(), 'corridor-trace-'));
afterAll(() => rmSync(folder, { recursive: true }));

const built = pathToFileURL(join(folder, 'built.js')).href;
const library = pathToFileURL(join(folder, 'library.js')).href;
// The first place of the built script is the third line of a source, at its fifth sign.
const map = { version: 3, names: [], sources: ['src/order.ts'], mappings: 'AAEI' };
writeFileSync(join(folder, 'built.js.map'), JSON.stringify(map));

it('leads the trace of a logged error into our sources, and leaves that of a library as it is', () => {
  const lines: string[] = [];
  const error = Object.assign(new Error('no stock'), {
    stack: `Error: no stock\n    at Order.place (${built}:1:1)\n    at ${library}:7:3`,
  });
  createLog('error', { write: (line) => void lines.push(line) }).error({ err: error }, 'incident');
  expect((JSON.parse(lines[0] ?? '') as { err: object }).err).toMatchObject({
    type: 'Error',
    message: 'no stock',
    stack: `Error: no stock\n    at Order.place (${pathToFileURL(join(folder, 'src/order.ts')).href}:3:5)\n    at ${library}:7:3`,
  });
});
