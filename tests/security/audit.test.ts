import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { systemActor, type Actor } from '../../server/src/platform/access/actor.ts';
import { auditChain } from '../../server/src/platform/audit/audit-chain.service.ts';
import { toGlobalId } from '../../server/src/kernel/id.ts';
import { TestApp } from '../support/app.ts';
import { corridor } from '../support/command-line.ts';
import { anActor, anOrganisation, signedIn } from '../support/factories/identity.ts';
import { done, refusals } from '../support/factories/purchasing.ts';

let app: TestApp;
let admin: Actor;
let buyer: Actor;
let supplier: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  const company = await anOrganisation(app, 'company');
  admin = await anActor(app, company, 'ADMIN');
  buyer = await anActor(app, company, 'BUYER');
  supplier = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
  for (let n = 0; n < 4; n++) await register(`AUD-${n}`);
});
afterAll(() => app.close());
// Whatever a test did to the log, the next one begins with a whole one.
beforeEach(async () => {
  await app.owner.query('delete from platform_audit_link');
  await seal();
});

const register = (number: string) =>
  done(
    app,
    admin,
    'organisationRegister',
    'OrganisationRegisterInput',
    { number, name: number, isSupplier: true, isCustomer: false },
    'organisation { id }',
  );
const audit = <T>(run: (work: Parameters<typeof auditChain.seal>[0]) => Promise<T>): Promise<T> =>
  app.database.transact(systemActor('audit'), run);
const seal = () => audit((work) => auditChain.seal(work));
const problems = async () => (await audit((work) => auditChain.problems(work))).map(({ problem }) => problem);
/** Somebody who owns the database, and puts things back afterwards. */
async function tampered(sql: string): Promise<string[]> {
  await app.owner.query('create table kept_entry as select * from platform_audit_entry');
  await app.owner.query('create table kept_link as select * from platform_audit_link');
  try {
    await app.owner.query(sql);
    return await problems();
  } finally {
    for (const name of ['entry', 'link'])
      await app.owner.query(
        `delete from platform_audit_${name}; insert into platform_audit_${name} select * from kept_${name}; drop table kept_${name}`,
      );
  }
}
const third = '(select entry_id from platform_audit_link where place = 3)';

it('seals what was done, and finds a whole log whole', async () => {
  const [{ entries, links } = { entries: 0, links: -1 }] = await app.owner.query<{ entries: number; links: number }>(
    'select (select count(*)::int from platform_audit_entry) as entries, (select count(*)::int from platform_audit_link) as links',
  );
  expect(entries).toBeGreaterThan(4);
  expect(links).toBe(entries);
  expect(await problems()).toEqual([]);
  expect(await seal()).toBe(0);
});

it.each([
  ['changed', `update platform_audit_entry set act = 'nothing' where id = ${third}`, 'ENTRY_CHANGED'],
  [
    'given to somebody else',
    `update platform_audit_entry set actor_person_id = gen_random_uuid() where id = ${third}`,
    'ENTRY_CHANGED',
  ],
  [
    'dated back',
    `update platform_audit_entry set occurred_at = occurred_at - interval '1 second' where id = ${third}`,
    'ENTRY_CHANGED',
  ],
  [
    'emptied',
    `update platform_audit_entry set changes = '[]', remote_address = 'x' where id = ${third}`,
    'CONTENT_CHANGED',
  ],
  ['removed', `delete from platform_audit_entry where id = ${third}`, 'ENTRY_REMOVED'],
  [
    'removed with its link',
    `delete from platform_audit_entry where id = ${third}; delete from platform_audit_link where place = 3`,
    'LINK_REMOVED',
  ],
  [
    'put elsewhere',
    `update platform_audit_link set place = case place when 2 then -3 else -2 end where place in (2, 3); update platform_audit_link set place = -place where place < 0`,
    'ENTRY_CHANGED',
  ],
  [
    'slipped in long ago',
    `insert into platform_audit_entry (id, act, audience, occurred_at) values (gen_random_uuid(), 'planted', 'STAFF', now() - interval '3 days')`,
    'NOT_SEALED',
  ],
])('finds an entry that was %s', async (_name, sql, expected) => {
  expect(await tampered(sql)).toContain(expected);
  expect(await problems()).toEqual([]);
});

it('misses no end that was cut off, when the end was written down before', async () => {
  const head = await audit((work) => auditChain.head(work));
  if (!head) throw new Error('there is no chain');
  expect(await audit((work) => auditChain.contains(work, head))).toBe(true);
  await app.owner.query('delete from platform_audit_link where place = $1', [head.place]);
  expect(await audit((work) => auditChain.contains(work, head))).toBe(false);
});

it('lets nobody change it: not the role that the product signs in as', async () => {
  for (const table of ['platform_audit_entry', 'platform_audit_link', 'platform_audit_erasure'])
    for (const right of ['update', 'delete', 'truncate'])
      expect(
        await app.owner.query('select has_table_privilege($1, $2, $3) as may', ['corridor_api', table, right]),
        `${right} on ${table}`,
      ).toEqual([{ may: false }]);
});

it('is verified from the command line, with a place to compare with', async () => {
  const whole = await corridor(app, ['audit', 'verify']);
  expect(whole).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^The audit log is whole up to \d+:[0-9a-f]{64}\n$/) as string,
  });
  const [before] = await app.owner.query<{ act: string }>(`select act from platform_audit_entry where id = ${third}`);
  await app.owner.query(`update platform_audit_entry set act = 'nothing' where id = ${third}`);
  const broken = await corridor(app, ['audit', 'verify', '--head', `1:${'0'.repeat(64)}`]);
  await app.owner.query(`update platform_audit_entry set act = $1 where id = ${third}`, [before?.act]);
  expect(broken.code).toBe(1);
  expect(broken.output).toMatch(/^ENTRY_CHANGED at 3: entry .*\nHEAD_GONE: 1:0000/);
});

interface Entries {
  auditEntries: {
    nodes: { act: string; actorName: string; changes?: { values: { name: string; after: string }[] }[] }[];
    totalCount: number;
  };
}

it('shows administrators who did what, before and after', async () => {
  const { auditEntries } = await app.ask<Entries>(
    admin,
    '{ auditEntries(first: 10, act: "organisationRegister") { totalCount nodes { act actorName changes { type kind values { name before after } } isSealed } } }',
  );
  expect(auditEntries.totalCount).toBe(4);
  expect(auditEntries.nodes[0]).toMatchObject({
    act: 'organisationRegister',
    actorName: admin.name,
    changes: [
      {
        kind: 'created',
        type: 'Organisation',
        values: expect.arrayContaining([{ name: 'name', before: null, after: 'AUD-3' }]) as object,
      },
    ],
    isSealed: true,
  });
  expect((await app.run(buyer, '{ auditEntries(first: 1) { totalCount } }')).errors?.[0]?.extensions['code']).toBe(
    'FORBIDDEN',
  );
});

it('shows a supplier what was done in its name, and nothing of what we did', async () => {
  await done(
    app,
    await signedIn(app, supplier),
    'personChangeLocale',
    'PersonChangeLocaleInput',
    { locale: 'zh-CN' },
    'person { id }',
  );
  const { auditEntries } = await app.ask<Entries>(
    supplier,
    '{ auditEntries(first: 10) { totalCount nodes { act actorName } } }',
  );
  expect(auditEntries.nodes).toEqual([{ act: 'personChangeLocale', actorName: supplier.name }]);
});

it('hands out and erases what is known of a person, and the log stays whole', async () => {
  const leaver = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_VIEWER');
  const [{ email } = { email: '' }] = await app.owner.query<{ email: string }>(
    'select email from identity_person where id = $1',
    [leaver.personId],
  );
  const input = { personId: toGlobalId('per', leaver.personId ?? '') };
  await done(
    app,
    await signedIn(app, leaver),
    'personChangeLocale',
    'PersonChangeLocaleInput',
    { locale: 'zh-CN' },
    'person { id }',
  );
  await seal();
  const { personalData } = await done<{ personalData: string }>(
    app,
    admin,
    'personExport',
    'PersonPrivacyInput',
    input,
    'personalData',
  );
  expect(JSON.parse(personalData)).toMatchObject({
    person: [{ name: leaver.name, locale: 'zh-CN' }],
    memberships: [{ audience: 'SUPPLIER' }],
    sessions: [{ user_agent: 'test' }],
    audit: [{ act: 'personChangeLocale' }],
  });
  await done(app, admin, 'personErase', 'PersonPrivacyInput', input, 'isErased');
  await seal();
  const [left] = await app.owner.query<{ everything: string }>(
    `select (select string_agg(p::text, ' ') from identity_person p where id = $1) || (select string_agg(e::text, ' ') from platform_audit_entry e)
       || coalesce((select string_agg(s::text, ' ') from identity_session s where person_id = $1), '') as everything`,
    [leaver.personId],
  );
  expect(left?.everything).not.toContain(leaver.name);
  expect(email).toContain('@');
  expect(left?.everything).not.toContain(email);
  expect(await problems()).toEqual([]);
  expect(
    await refusals(app, admin, 'personErase', 'PersonPrivacyInput', {
      personId: toGlobalId('per', admin.personId ?? ''),
    }),
  ).toEqual(['CANNOT_ERASE_YOURSELF']);
  expect(await refusals(app, buyer, 'personErase', 'PersonPrivacyInput', input)).toEqual(['FORBIDDEN']);
});
