import type { Command } from 'commander';
import { DomainError } from '../../kernel/domain-error.ts';
import { systemClock } from '../../kernel/clock.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { ConfigError } from '../../platform/config.ts';
import type { Database } from '../../platform/db/database.ts';
import { importAdventureWorks } from './adventureworks/import-adventureworks.ts';
import { emptyTemplates, exportCsv } from './export/export-csv.ts';
import { importCsv, type ImportResult } from './load/import-csv.ts';
import { readFolder, writeFolder } from './transfer/folder.ts';
import { summaryOf } from './transfer/summary.ts';

const operator = systemActor('command line');

/** `corridor import ...` and `corridor export ...`: tables in and out, for the operator. */
export function integrationCommands(program: Command, open: () => Promise<Database>): void {
  const bring = program.command('import').description('take in tables');
  bring
    .command('csv <folder>')
    .description('take in the CSV files of a folder; see docs/import.md')
    .action(async (folder: string) => {
      const files = await readFolder(folder);
      await report(async () => importCsv(await open(), operator, files));
    });
  bring
    .command('templates <folder>')
    .description('write every file that can be taken in, empty, with a remark per column')
    .action(async (folder: string) => {
      await writeFolder(folder, emptyTemplates());
      process.stdout.write(`The templates are in ${folder}.\n`);
    });
  bring
    .command('adventureworks <folder>')
    .description('take in the supply side of the AdventureWorks sample')
    .option('--shift-to-today', 'move all days so that the newest order was made today')
    .action(async (folder: string, { shiftToToday = false }: { shiftToToday?: boolean }) => {
      const files = await readFolder(folder);
      const options = { shiftToToday, clock: systemClock };
      await report(async () => importAdventureWorks(await open(), operator, files, options));
    });
  program
    .command('export')
    .description('give out tables')
    .command('csv <folder>')
    .description('write everything that can be taken in, as CSV files')
    .action(async (folder: string) => {
      await writeFolder(folder, await exportCsv(await open(), operator));
      process.stdout.write(`The files are in ${folder}.\n`);
    });
}

/** Prints what came of it; anything refused makes the command fail, so that scripts notice. */
async function report(run: () => Promise<ImportResult>): Promise<void> {
  try {
    const result = await run();
    process.stdout.write(summaryOf(result));
    if (result.issues.errors > 0) process.exitCode = 1;
  } catch (error) {
    throw error instanceof DomainError ? new ConfigError(error.message) : error;
  }
}
