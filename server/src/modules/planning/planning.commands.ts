import type { Command } from 'commander';
import { DomainError } from '../../kernel/domain-error.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { ConfigError } from '../../platform/config.ts';
import type { Database } from '../../platform/db/database.ts';
import { mrpRuns } from './mrp/mrp-run.service.ts';
import { recordCsv } from './plan/record-csv.calc.ts';
import { mrpRecords } from './plan/records.service.ts';
import { planUnasked } from './plan/unplanned-item.service.ts';

const operator = systemActor('command line');

/** `corridor mrp-run` and `corridor mrp-record`: the plan, for the operator. */
export function planningCommands(program: Command, open: () => Promise<Database>): void {
  program
    .command('mrp-run')
    .description('plan the requirements of all items')
    .option('--net-change', 'only what changed since the last run, and what that changes')
    .action(async ({ netChange = false }: { netChange?: boolean }) => {
      const kind = netChange ? 'NET_CHANGE' : 'REGENERATIVE';
      const { itemCount, orderCount, messageCount, changedCount } = await refusing(async () =>
        mrpRuns.run(await open(), operator, { kind }),
      );
      process.stdout.write(
        `${itemCount} items, ${orderCount} planned orders, ${messageCount} messages; ${changedCount} changes.\n`,
      );
    });
  program
    .command('mrp-record <sku>')
    .description('plan what changed, and print the record of an item as CSV, one row per bucket')
    .option('--site <code>', 'the site, where the item is planned at several')
    .action(async (sku: string, { site }: { site?: string }) => {
      process.stdout.write(await refusing(async () => recordText(await open(), sku, site ?? null)));
    });
}

/** The record of an item by the plan as it is now. @throws UnknownSku, NotPlanned, SeveralSites */
export async function recordText(database: Database, sku: string, site: string | null): Promise<string> {
  await database.transact(operator, async (work) => planUnasked(work, sku, site));
  await mrpRuns.run(database, operator, { kind: 'NET_CHANGE' });
  return database.transact(
    operator,
    async (work) => {
      const record = await mrpRecords.read(work, await mrpRecords.find(work, sku, site));
      return recordCsv(record?.buckets ?? []);
    },
    'read',
  );
}

async function refusing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof DomainError ? new ConfigError(error.message) : error;
  }
}
