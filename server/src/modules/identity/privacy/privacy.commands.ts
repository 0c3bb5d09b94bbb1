import type { Command } from 'commander';
import { systemActor } from '../../../platform/access/actor.ts';
import { ConfigError } from '../../../platform/config.ts';
import type { Database } from '../../../platform/db/database.ts';
import { asRefusal } from '../../../platform/graphql/errors.ts';
import { privacy } from './privacy.service.ts';

/** `corridor privacy export <e-mail>` and `corridor privacy erase <e-mail>`. */
export function privacyCommands(program: Command, open: () => Promise<Database>): void {
  const command = program.command('privacy').description('personal data of one person');
  const run = async <T>(work: Parameters<Database['transact']>[1]): Promise<T> => {
    try {
      return (await (await open()).transact(systemActor('privacy'), work)) as T;
    } catch (error) {
      const refusal = asRefusal(error);
      throw refusal ? new ConfigError(refusal.message) : error;
    }
  };
  command
    .command('export')
    .argument('<e-mail>')
    .description('print everything that is kept of him, as JSON')
    .action(async (email: string) => {
      const file = await run(async (work) => privacy.gather(work, await privacy.find(work, email)));
      process.stdout.write(`${JSON.stringify(file, null, 2)}\n`);
    });
  command
    .command('erase')
    .argument('<e-mail>')
    .description('take out who he is, for good, and end his access')
    .action(async (email: string) => {
      await run(async (work) => privacy.erase(work, await privacy.find(work, email)));
      process.stdout.write('Erased. What the person did stays, without the name.\n');
    });
}
