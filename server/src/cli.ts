import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { modules } from './app/modules.ts';
import { createRuntime, prepareDatabase, type Runtime } from './app/runtime.ts';
import { buildWholeSchema, printWholeSchema } from './app/schema.ts';
import { auditCommands } from './platform/audit/audit.commands.ts';
import { ConfigError, loadConfig } from './platform/config.ts';
import { projectFolder } from './platform/project-folder.ts';
import { createLog } from './platform/log.ts';

const SCHEMA_FILE = join(projectFolder, 'schema/schema.graphql');

let runtime: Runtime | undefined;
const open = async () => (runtime ??= await createRuntime(loadConfig(), createLog('warn'))).database;

const program = new Command('corridor').description(
  'Corridor from the command line. Every command works on the configured database.',
);

program
  .command('migrate')
  .description('bring the database up to date')
  .action(async () => {
    const server = await prepareDatabase(loadConfig(), createLog('info'));
    await server.stop();
    process.stdout.write('The database is up to date.\n');
  });

program
  .command('schema')
  .description('write the GraphQL schema to schema/schema.graphql')
  .option('--check', 'only say whether the committed schema is the one the code makes')
  .action(async ({ check }: { check?: boolean }) => {
    const text = printWholeSchema(buildWholeSchema());
    if (!check) return writeFile(SCHEMA_FILE, text);
    const committed = await readFile(SCHEMA_FILE, 'utf8').catch(() => '');
    if (committed !== text)
      throw new ConfigError(
        'schema/schema.graphql is not what the code makes: run "npm run corridor -- schema" and read the difference.',
      );
    process.stdout.write('The schema is the committed one.\n');
  });

auditCommands(program, open);
for (const module of modules) module.commands?.(program, open);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = 1;
} finally {
  await runtime?.stop();
}
