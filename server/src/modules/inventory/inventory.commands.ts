import type { Command } from 'commander';
import { systemActor } from '../../platform/access/actor.ts';
import type { Database } from '../../platform/db/database.ts';
import { stockAudit, type Mismatch } from './ledger/stock-audit.service.ts';

const line = (one: Mismatch): string =>
  `${one.sku} at ${one.location}, owner ${one.owner}, ${one.status}${one.lot && `, lot ${one.lot}`}: ledger ${one.ledger}, balance ${one.balance}\n`;

/** `corridor stock verify` and `corridor stock rebuild`. */
export function stockCommands(program: Command, open: () => Promise<Database>): void {
  const stock = program.command('stock').description('hold the stock balances against the ledger');
  stock
    .command('verify')
    .description('say which balances are not the sum of their moves; fails when there are any')
    .action(async () => {
      const database = await open();
      const found = await database.transact(
        systemActor('stock verify'),
        (work) => stockAudit.differences(work),
        'read',
      );
      process.stdout.write(found.map(line).join('') || 'Every balance is the sum of its moves.\n');
      if (found.length > 0) process.exitCode = 1;
    });
  stock
    .command('rebuild')
    .description('set every balance to the sum of its moves')
    .action(async () => {
      const database = await open();
      const repaired = await database.transact(systemActor('stock rebuild'), (work) => stockAudit.rebuild(work));
      process.stdout.write(repaired.map(line).join('') || 'Every balance was the sum of its moves.\n');
    });
}
