import { createRuntime, type Runtime } from './runtime.ts';
import { prepareDemo } from './demo.ts';
import { ConfigError, loadConfig, type Config } from '../platform/config.ts';
import { EmbeddedPostgresError } from '../platform/db/embedded/errors.ts';
import { createHttpServer } from '../platform/http/server.ts';
import { createLog } from '../platform/log.ts';
import { inSources } from '../platform/source-trace.ts';

type Undo = () => Promise<unknown>;

/** The life of a process: what its configuration asks for, until it is told to stop or cannot go on. */
export const run = (): Promise<void> => untilStopped().catch(fail);

/** Starts, and stops on SIGINT or SIGTERM, also in the middle of starting. */
async function untilStopped(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 24) {
    throw new ConfigError(`Node 24 is needed, this is ${process.version}: use npm start.`);
  }
  const config = loadConfig();
  const undo: Undo[] = [];
  const starting = start(config, undo);
  const stop = async (): Promise<void> => {
    await starting.catch(() => undefined);
    for (const step of undo.reverse().splice(0)) await step();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0), fail));
  }
  try {
    await starting;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(config: Config, undo: Undo[]): Promise<void> {
  const runtime = await createRuntime(config, createLog(config.logLevel));
  undo.push(() => runtime.stop());
  const demo = await prepareDemo(runtime);
  if (config.worker !== 'off') await runtime.startJobs();
  if (config.worker === 'only') return;
  await serve(runtime, undo);
  process.stdout.write(welcome(config.publicUrl, demo));
}

async function serve(runtime: Runtime, undo: Undo[]): Promise<void> {
  const { port, host } = runtime.config;
  const server = await createHttpServer(runtime);
  undo.push(() => server.close());
  await server.listen({ port, host }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`Port ${port} is in use: stop what uses it, or choose another with PORT.`);
  });
}

function welcome(url: string, accounts: readonly string[]): string {
  const lines = [
    '',
    'Corridor is ready.',
    '',
    `  Supplier portal  ${url}/supplier/`,
    `  Customer portal  ${url}/customer/`,
    `  Admin portal     ${url}/admin/`,
  ];
  const demo = accounts.length > 0 ? ['', 'Demo accounts:', ...accounts.map((line) => `  ${line}`)] : [];
  return [...lines, ...demo, '', ''].join('\n');
}

function fail(error: unknown): never {
  const isExpected = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  process.stderr.write(`${isExpected ? error.message : inSources((error as Error).stack ?? String(error))}\n`);
  process.exit(1);
}
