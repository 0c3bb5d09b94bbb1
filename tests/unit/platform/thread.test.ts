import { afterEach, expect, it } from 'vitest';
import { Thread } from '../../../server/src/platform/jobs/thread.ts';

const ECHO = `import { parentPort } from 'node:worker_threads';
let asked = 0;
parentPort.on('message', (word) => {
  if (word === 'fail') throw new Error('It failed');
  if (word === 'leave') process.exit(3);
  parentPort.postMessage(word + ' ' + ++asked);
});`;
const thread = new Thread(new URL(`data:text/javascript,${encodeURIComponent(ECHO)}`));
afterEach(() => thread.end());

it('answers one question after the other, in the same thread', async () => {
  expect(await thread.ask('a')).toBe('a 1');
  expect(await thread.ask('b')).toBe('b 2');
  expect(await thread.ask('c')).toBe('c 3');
});

it('tells of a failure and of an end without an answer, and begins anew', async () => {
  await expect(thread.ask('fail')).rejects.toThrow('It failed');
  await expect(thread.ask('leave')).rejects.toThrow('ended without an answer (3)');
  expect(await thread.ask('a')).toBe('a 1');
});
