import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';

/** Functions that act with the rights of the owner, because no actor may write the outbox or the queue himself. */
const definers = ['app_add_job', 'app_audit_erase', 'app_seal'];
/** Bookkeeping of the migrations, which the API role never touches. */
const unguarded = ['platform_migration'];

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.drop());

const names = async (sql: string): Promise<string[]> =>
  (await database.query<{ name: string }>(sql)).map(({ name }) => name);

const inPublic = `relnamespace = 'public'::regnamespace`;
const openTables = () =>
  names(`
    select c.relname as name from pg_class c
    where ${inPublic} and c.relkind in ('r', 'p') and c.relname <> all (array['${unguarded.join("','")}'])
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and not p.polpermissive having array_agg(p.polcmd::text order by p.polcmd::text) = '{a,d,r,w}'))
    order by 1`);
const openViews = () =>
  names(`
    select relname as name from pg_class
    where ${inPublic} and (relkind = 'm' or relkind = 'v' and not coalesce('security_invoker=true' = any(reloptions), false))
    order by 1`);
const definerFunctions = () =>
  names(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1`);

test('every table is guarded, for reading, inserting, changing and deleting, even from its owner', async () => {
  expect(await openTables()).toEqual([]);
});

test('every view judges its reader, not its owner, and nothing is materialized', async () => {
  expect(await openViews()).toEqual([]);
});

test('only listed functions act with the rights of the owner, and nobody may call them but the API role', async () => {
  expect(await definerFunctions()).toEqual(definers);
  expect(
    await names(
      `select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace and has_function_privilege('public', oid, 'execute')`,
    ),
  ).toEqual([]);
});

test('the service roles own nothing, are not superusers, and pass no guard', async () => {
  const roles = await database.query(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
            exists (select from pg_class c where c.relowner = r.oid) as owns
     from pg_roles r where rolname in ('corridor_api', 'corridor_worker') order by 1`,
  );
  const harmless = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owns: false,
  };
  expect(roles).toEqual([
    { rolname: 'corridor_api', ...harmless },
    { rolname: 'corridor_worker', ...harmless },
  ]);
});

test('the unguarded tables are out of reach of the API role', async () => {
  expect(
    await names(
      `select t as name from unnest(array['${unguarded.join("','")}']) t where has_table_privilege('corridor_api', t, 'select, insert, update, delete')`,
    ),
  ).toEqual([]);
});

test('a planted open table, an owner view and a definer function are each named', async () => {
  await database.query('create table planted_table (id uuid)');
  await database.query('create view planted_view as select * from catalog_item');
  await database.query(
    'create function planted_function() returns int language sql security definer as $$ select 1 $$',
  );
  expect(await openTables()).toEqual(['planted_table']);
  expect(await openViews()).toEqual(['planted_view']);
  expect(await definerFunctions()).toEqual([...definers, 'planted_function']);
  await database.query('drop policy guard_update on catalog_item');
  await database.query('alter table catalog_site no force row level security');
  expect(await openTables()).toEqual(['catalog_item', 'catalog_site', 'planted_table']);
});
