import { Worker } from 'node:worker_threads';

/** The script of a thread, `<name>.thread`, beside whoever asks it: as it was written, or as it was built. */
export const threadScript = (caller: string, name: string): URL =>
  new URL(`./${name}.thread.${caller.endsWith('.ts') ? 'ts' : 'js'}`, caller);

/**
 * Asks a thread of its own one question, for what takes too long for those who wait for a page meanwhile. What is handed
 * over is not copied, and is gone here.
 */
export async function askThread<Answer>(
  script: URL,
  question: unknown,
  handedOver: readonly ArrayBuffer[] = [],
): Promise<Answer> {
  // Switches of the process, such as loaders of a test run, are not for the thread.
  const thread = new Worker(script, { execArgv: [] });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      thread.once('message', resolve);
      thread.once('error', reject);
      thread.once('exit', (code) => reject(new Error(`${script.pathname} ended without an answer (${code})`)));
      thread.postMessage(question, handedOver);
    });
  } finally {
    await thread.terminate();
  }
}
