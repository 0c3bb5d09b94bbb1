import type { Command } from 'commander';
import { systemActor } from '../access/actor.ts';
import { ConfigError } from '../config.ts';
import type { Database } from '../db/database.ts';
import { auditChain, type ChainHead } from './audit-chain.service.ts';

const auditor = systemActor('audit');

/** `corridor audit verify`: whether anybody has touched the audit log. */
export function auditCommands(program: Command, open: () => Promise<Database>): void {
  program
    .command('audit')
    .description('the audit log')
    .command('verify')
    .description('check that no entry was changed, removed or put elsewhere, and print where the chain ends')
    .option('--head <place:hash>', 'where the chain ended earlier: that must still be in it')
    .action(async ({ head }: { head?: string }) => {
      const database = await open();
      const earlier = head === undefined ? null : headOf(head);
      const { problems, end, isKept } = await database.transact(auditor, async (work) => {
        await auditChain.seal(work);
        return {
          problems: await auditChain.problems(work),
          end: await auditChain.head(work),
          isKept: earlier === null || (await auditChain.contains(work, earlier)),
        };
      });
      for (const { place, entryId, problem } of problems)
        process.stdout.write(`${problem} at ${place ?? 'no place'}: entry ${entryId}\n`);
      if (!isKept) process.stdout.write(`HEAD_GONE: ${head ?? ''} is no longer in the chain\n`);
      if (problems.length > 0 || !isKept) throw new ConfigError('The audit log was tampered with.');
      process.stdout.write(
        end ? `The audit log is whole up to ${end.place}:${end.hash}\n` : 'The audit log is empty.\n',
      );
    });
}

function headOf(text: string): ChainHead {
  const [place = '', hash = ''] = text.split(':');
  if (!/^\d+$/.test(place) || !/^[0-9a-f]{64}$/.test(hash)) throw new ConfigError('A head reads place:hash.');
  return { place: Number(place), hash };
}
