import 'reflect-metadata';
import { createRuntime } from './app/runtime.ts';
import { createHttpServer } from './platform/http/server.ts';
import { prepareDemo } from './app/demo.ts';
import { ConfigError, loadConfig } from './platform/config.ts';
import { createLog } from './platform/log.ts';

/** Starts what the configuration asks for and stops it on SIGINT or SIGTERM. */
async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < 24)
    throw new ConfigError(`Node 24 is needed, this is ${process.version}: use npm start.`);
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const runtime = await createRuntime(config, log);
  const demo = await prepareDemo(runtime);
  if (config.worker !== 'off') await runtime.startJobs();
  const server = config.worker === 'only' ? null : await createHttpServer(runtime);
  const stop = async (): Promise<void> => {
    await server?.close();
    await runtime.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0), fail));
  }
  try {
    await server?.listen({ port: config.port, host: config.host });
  } catch (error) {
    await stop();
    throw busyPort(error, config.port);
  }
  if (server) process.stdout.write(welcome(config.publicUrl, demo));
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
  return [
    ...lines,
    ...(accounts.length > 0 ? ['', 'Demo accounts:', ...accounts.map((line) => `  ${line}`)] : []),
    '',
    '',
  ].join('\n');
}

function busyPort(error: unknown, port: number): unknown {
  return (error as { code?: string }).code === 'EADDRINUSE'
    ? new ConfigError(`Port ${port} is in use: stop what uses it, or choose another with PORT.`)
    : error;
}

function fail(error: unknown): never {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exit(1);
}

main().catch(fail);
