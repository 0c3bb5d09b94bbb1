import { text } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import { AUDIENCES, systemActor, type Audience } from '../../platform/access/actor.ts';
import { ROLE_NAMES, type Role } from '../../platform/access/role.ts';
import { ConfigError, loadConfig } from '../../platform/config.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Work } from '../../platform/db/work.ts';
import { asRefusal } from '../../platform/graphql/errors.ts';
import { invite } from './invitation/invitations.service.ts';
import { Organisation } from './organisation/organisation.entity.ts';
import { registerCompany } from './organisation/organisations.service.ts';
import { ensureAccount } from './person/accounts.service.ts';

interface AccountOptions {
  readonly email: string;
  readonly name?: string;
  readonly organisation: string;
  readonly audience: Audience;
  readonly roles: Role[];
  readonly passwordStdin?: boolean;
}

/** `corridor company create` and `corridor account create`: the first organisation and the first person. */
export function identityCommands(program: Command, open: () => Promise<Database>): void {
  program
    .command('company')
    .description('the company that runs this system')
    .command('create')
    .description('enter the company, once')
    .requiredOption('--number <number>', 'the number it goes by')
    .requiredOption('--name <name>', 'its name')
    .action(async ({ number, name }: { number: string; name: string }) => {
      const company = await run(open, (work) => registerCompany(work, number, name));
      process.stdout.write(`${company.name} is entered as ${company.number}.\n`);
    });
  program
    .command('account')
    .description('people who sign in')
    .command('create')
    .description('let somebody sign in: prints an invitation link, or takes his password from standard input')
    .requiredOption('--email <email>', 'under which he signs in')
    .option('--name <name>', 'his name, with --password-stdin')
    .requiredOption('--organisation <number>', 'the number of his organisation')
    .addOption(new Option('--audience <audience>', 'the side').choices(AUDIENCES).makeOptionMandatory())
    .addOption(new Option('--roles <roles...>', 'what he may do').choices(ROLE_NAMES).makeOptionMandatory())
    .option('--password-stdin', 'read his password from standard input instead of inviting him')
    .action(async (options: AccountOptions) => {
      process.stdout.write(await (options.passwordStdin ? createAccount(open, options) : printLink(open, options)));
    });
}

async function createAccount(open: () => Promise<Database>, options: AccountOptions): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  await run(open, async (work) =>
    ensureAccount(work, {
      ...options,
      name: options.name ?? options.email,
      password,
      organisationId: await numbered(work, options.organisation),
    }),
  );
  return `${options.email} can sign in.\n`;
}

async function printLink(open: () => Promise<Database>, options: AccountOptions): Promise<string> {
  const { url } = await run(open, async (work) =>
    invite(work, { ...options, organisationId: await numbered(work, options.organisation) }),
  );
  return `Hand this link to ${options.email}; it works once, for seven days:\n${loadConfig().publicUrl}${url}\n`;
}

async function numbered(work: Work, number: string): Promise<string> {
  const organisation = await work.em.findOne(Organisation, { number });
  if (!organisation) throw new ConfigError(`There is no organisation with the number ${number}.`);
  return organisation.id;
}

/** A refusal is something the operator can mend: its sentence is enough. */
async function run<T>(open: () => Promise<Database>, work: (work: Work) => Promise<T>): Promise<T> {
  try {
    const database = await open();
    return await database.transact(systemActor('command line'), work);
  } catch (error) {
    const refusal = asRefusal(error);
    throw refusal ? new ConfigError(refusal.message) : error;
  }
}
