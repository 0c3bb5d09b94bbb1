import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { isBuilt, projectFolder } from '../project-folder.ts';

/** The script of a thread, `<path>.thread` below the sources: as it was written, or as it was built. */
export function threadScript(path: string): URL {
  const [folder, ending] = isBuilt ? ['dist', 'js'] : ['src', 'ts'];
  return pathToFileURL(join(projectFolder, 'server', folder, `${path}.thread.${ending}`));
}

/** A thread of its own, for what takes too long for those who wait for a page meanwhile; started by the first question. */
export class Thread {
  private worker: Worker | null = null;

  constructor(private readonly script: URL) {}

  /** One question after the other. What is handed over is not copied, and is gone here. */
  async ask<Answer>(question: unknown, handedOver: readonly ArrayBuffer[] = []): Promise<Answer> {
    // Switches of the process, such as loaders of a test run, are not for the thread.
    const worker = (this.worker ??= new Worker(this.script, { execArgv: [] }));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const onExit = (code: number) => reject(new Error(`${this.script.pathname} ended without an answer (${code})`));
    worker.once('message', resolve).once('error', reject).once('exit', onExit);
    worker.postMessage(question, handedOver);
    try {
      return await promise;
    } catch (error) {
      await this.end();
      throw error;
    } finally {
      worker.off('message', resolve).off('error', reject).off('exit', onExit);
    }
  }

  /** Harmless where it was never started. */
  async end(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }
}

/** Asks a thread of its own one question. What is handed over is not copied, and is gone here. */
export async function askThread<Answer>(
  script: URL,
  question: unknown,
  handedOver: readonly ArrayBuffer[] = [],
): Promise<Answer> {
  const thread = new Thread(script);
  try {
    return await thread.ask<Answer>(question, handedOver);
  } finally {
    await thread.end();
  }
}
