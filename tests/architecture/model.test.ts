import { afterAll, beforeAll, expect, test } from 'vitest';
import { entities, listening, modules } from '../../server/src/app/modules.ts';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { Database } from '../../server/src/platform/db/database.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

// Policies, functions and triggers are said in SQL only.
const justTables = { ignorePolicies: true, ignoreRoutines: true, ignoreTriggers: true };

/** Tables that no command loads as entities: they are written by statements over whole sets. */
const withoutEntity: Readonly<Record<string, string>> = {
  identity_authenticator_app: 'written and compared by one statement, which takes each code once',
  identity_challenge: 'opened and answered by one statement each',
  identity_password_reset: 'opened and used by one statement each',
  identity_recovery_code: 'made in sets, and used by one statement',
  identity_sign_on_domain: 'written for whole connections',
  identity_sign_on_subject: 'append-only',
  interactions_attachment: 'written with the mail it came in',
  interactions_consent: 'append-only, written for whole sets of choices',
  interactions_contact_address: 'written in sets beside the contact',
  interactions_interaction: 'append-only, written once and never loaded to be changed',
  interactions_mail: 'kept as it came in, filed by one statement',
  interactions_mailbox: 'a bookmark, written by one statement',
  interactions_message: 'judged and claimed in sets by the send gateway',
  inventory_stock_share: 'granted and revoked in sets',
  inventory_daily_usage: 'kept by the posting function of the ledger',
  planning_changed_item: 'marked and taken in sets',
  planning_run: 'written by the run itself',
  planning_scenario_change: 'laid over the data by a run',
  planning_scheduled_receipt: 'taken in from files, in sets',
  planning_source: 'kept in sets, with the planning data of its item',
  planning_work_order_report: 'append-only, written with the moves of stock',
  promising_availability: 'derived, written for whole sets of items and sites',
  promising_line: 'derived, written for whole sets of lines',
  promising_peg: 'derived, written for whole sets of lines',
  service_agent: 'one row per person, written by one statement',
  service_article_search: 'append-only',
  service_article_word: 'derived, written with the text of an article',
  service_calendar_version: 'kept by a trigger of the calendar',
  service_canned_reply: 'written by one statement',
  service_category: 'written by one statement',
  service_policy: 'append-only versions',
  service_queue: 'written by one statement',
  service_rating: 'append-only, once per solution',
  service_status: 'written by one statement',
  service_suggestion_rule: 'learned and replaced as a whole',
  service_ticket_event: 'append-only, replayed as a whole',
  service_ticket_link: 'written in sets beside the ticket',
  service_ticket_word: 'derived, written with what was said',
  vmi_alert: 'opened and ended for whole sets of lines',
  vmi_limit_change: 'append-only, written with the limits of whole agreements',
  vmi_line_status: 'derived, recomputed for whole sets of lines',
  vmi_planned_demand: 'derived, written for whole sets of lines',
  vmi_proposal_answer: 'append-only, written with the answers to whole sets of proposals',
  vmi_run: 'written by the one statement of a run',
  vmi_run_issue: 'written by the one statement of a run',
  vmi_stock_feed: 'noted for whole sets of lines',
};

let database: TestDatabase;
let asOwner: Database;

beforeAll(async () => {
  database = await testDatabase();
  const pool = createPool(database.ownerUrl, 1, () => undefined);
  const tables = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const owned = modules.map(({ name }) => `${name}_`);
  const skipTables = tables
    .map(({ name }) => name)
    .filter((name) => name in withoutEntity || !owned.some((prefix) => name.startsWith(prefix)));
  asOwner = Database.open(pool, entities, systemClock, listening, {
    clientUrl: database.ownerUrl,
    dbName: database.name,
    driverOptions: undefined,
    schemaGenerator: { ignoreSchema: ['graphile_worker'], skipTables, skipViews: [/./], ...justTables },
  } as never);
});
afterAll(async () => {
  await asOwner.close();
  await database.drop();
});

/** What SQL says beyond the entities: rules that hold without them, and columns that the database computes itself. */
const SAID_IN_SQL_ALONE = [
  /^drop index /,
  /^alter table "\w+" drop constraint /,
  /^alter table "\w+" alter column "\w+" drop default;/,
  // How a document number is made; the entity says no more than that it need not be given.
  /^alter table "\w+" alter column "number" set default assigned by the database;/,
];

/**
 * What is otherwise in the migrated database than the entities say: columns that one side lacks, other types, other
 * nullability, other defaults, and keys, uniqueness and indexes that an entity claims and no migration made.
 */
async function differences(): Promise<string[]> {
  const script = await asOwner.orm.schema.getUpdateSchemaSQL({ safe: false });
  const computed = await database.query<{ dropped: string }>(
    `select format('%s.%s', attrelid::regclass, attname) as dropped
     from pg_attribute where attgenerated <> '' and not attisdropped`,
  );
  const areComputed = (line: string): boolean => {
    const [, table, drops] = /^alter table "(\w+)" ((?:drop column "\w+"(?:, )?)+);$/.exec(line) ?? [];
    const columns = [...(drops ?? '').matchAll(/"(\w+)"/g)].map(([, column]) => `${table}.${column}`);
    return columns.length > 0 && columns.every((column) => computed.some(({ dropped }) => dropped === column));
  };
  return script
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('set names') && !areComputed(line))
    .filter((line) => !SAID_IN_SQL_ALONE.some((pattern) => pattern.test(line)));
}

test('the migrated database is the one that the entities describe', async () => {
  expect(await differences()).toEqual([]);
});

test('a planted column, a lost one, a changed type, a null and a lost key are each named', async () => {
  const before = await differences();
  const plant = async (sql: string, undo: string) => {
    await database.query(sql);
    const found = await differences();
    await database.query(undo);
    return found.join('\n');
  };
  expect(
    await plant('alter table catalog_unit add column planted text', 'alter table catalog_unit drop column planted'),
  ).toContain('"planted"');
  expect(
    await plant(
      'alter table catalog_unit rename column name_zh to planted',
      'alter table catalog_unit rename column planted to name_zh',
    ),
  ).toContain('"name_zh"');
  expect(
    await plant(
      'alter table catalog_site alter column name drop not null',
      'alter table catalog_site alter column name set not null',
    ),
  ).toContain('"name" set not null');
  expect(
    await plant(
      'alter table catalog_site alter column address type varchar(40)',
      'alter table catalog_site alter column address type text',
    ),
  ).toContain('"address"');
  expect(
    await plant(
      'alter table catalog_location drop constraint catalog_location_site_id_fkey',
      'alter table catalog_location add constraint catalog_location_site_id_fkey foreign key (site_id) references catalog_site (id)',
    ),
  ).toContain('catalog_location_site_id_fkey');
  expect(await differences()).toEqual(before);
});

test('every table that has no entity exists, and says why', async () => {
  for (const [table, why] of Object.entries(withoutEntity)) {
    expect(why).not.toBe('');
    expect(await database.query('select to_regclass($1) as found', [table])).toEqual([{ found: table }]);
  }
});
