import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isBuilt, projectFolder } from '../project-folder.ts';

/** The script of a thread, `<path>.thread` below the sources: as it was written, or as it was built. */
export function threadScript(path: string): URL {
  const [folder, ending] = isBuilt ? ['dist', 'js'] : ['src', 'ts'];
  return pathToFileURL(join(projectFolder, 'server', folder, `${path}.thread.${ending}`));
}

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
