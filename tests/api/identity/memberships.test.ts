import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { ensureAccount } from '../../../server/src/modules/identity/person/accounts.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { alsoAt, anActor, anOrganisation, PASSWORD, signedIn } from '../../support/factories/identity.ts';

let app: TestApp;
let alpine: Organisation;
let baltic: Organisation;
let admin: Actor;
let supplierAdmin: Actor;
let planner: Actor;
let stranger: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await anActor(app, await anOrganisation(app, 'company', 'Northwind'), 'ADMIN');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  baltic = await anOrganisation(app, 'supplier', 'Baltic Steel');
  supplierAdmin = await anActor(app, alpine, 'SUPPLIER_ADMIN');
  planner = await anActor(app, alpine, 'SUPPLIER_PLANNER');
  stranger = await anActor(app, baltic, 'SUPPLIER_ADMIN');
});
afterAll(() => app.close());

const mem = (id: string | null) => `mem_${(id ?? '').replaceAll('-', '')}`;
type Changed = {
  membership: { roles: string[]; isActive: boolean; version: number } | null;
  userErrors: { code: string; path: string[] }[];
};
const change = async (actor: Actor, id: string | null, roles: string[], expectedVersion?: number) =>
  (
    await app.run<{ membershipChangeRoles: Changed }>(
      actor,
      `mutation ($input: MembershipChangeRolesInput!) { membershipChangeRoles(input: $input) { membership { roles isActive version } userErrors { code path } } }`,
      { input: { membershipId: mem(id), roles, expectedVersion } },
    )
  ).data.membershipChangeRoles;
const deactivate = async (actor: Actor, id: string | null) =>
  (
    await app.run<{ membershipDeactivate: Changed }>(
      actor,
      `mutation ($id: ID!) { membershipDeactivate(input: { membershipId: $id }) { membership { isActive } userErrors { code path } } }`,
      { id: mem(id) },
    )
  ).data.membershipDeactivate;

it('lists to a party the memberships of its own side alone, in one statement', async () => {
  const document =
    'query ($org: ID) { memberships(first: 10, organisationId: $org) { nodes { person { name } organisation { name } roles } totalCount } }';
  type Listed = { memberships: { nodes: { organisation: { name: string } }[]; totalCount: number } };
  let listed!: Listed;
  const statements = await app.statements(async () => (listed = await app.ask<Listed>(planner, document)));
  expect(statements).toHaveLength(1);
  expect(listed.memberships.totalCount).toBe(2);
  const foreign = await app.ask<Listed>(planner, document, { org: `org_${baltic.id.replaceAll('-', '')}` });
  expect(foreign.memberships).toEqual({ nodes: [], totalCount: 0 });
  expect((await app.ask<Listed>(admin, document)).memberships.totalCount).toBe(4);
});

it('changes roles, tells so, and notices a change in between', async () => {
  const other = await anActor(app, alpine, 'SUPPLIER_VIEWER');
  expect(await change(supplierAdmin, other.membershipId, ['SUPPLIER_SHIPPING', 'SUPPLIER_SHIPPING'], 1)).toEqual({
    membership: { roles: ['SUPPLIER_SHIPPING'], isActive: true, version: 2 },
    userErrors: [],
  });
  expect(await change(supplierAdmin, other.membershipId, ['SUPPLIER_VIEWER'], 1)).toMatchObject({
    userErrors: [{ code: 'STALE_OBJECT', path: ['input', 'expectedVersion'] }],
  });
  const events = await app.owner.query(
    'select supplier_id, payload from platform_event where name = $1 and subject_id = $2',
    ['identity.membership.changed', other.membershipId],
  );
  expect(events).toMatchObject([{ supplier_id: alpine.id, payload: { roles: ['SUPPLIER_SHIPPING'] } }]);
});

it('refuses roles of another side', async () => {
  expect((await change(supplierAdmin, planner.membershipId, ['ADMIN'])).userErrors).toEqual([
    { code: 'WRONG_ROLE', path: ['input', 'roles'] },
  ]);
});

it('answers a foreign membership and an unknown one alike', async () => {
  const unknown = await change(supplierAdmin, '0198c5c6-0000-7000-8000-0000000000ff', ['SUPPLIER_VIEWER']);
  expect(unknown.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'membershipId'] }]);
  expect(await change(supplierAdmin, stranger.membershipId, ['SUPPLIER_VIEWER'])).toEqual(unknown);
  expect(await deactivate(supplierAdmin, stranger.membershipId)).toEqual(unknown);
});

it('does not let a person rule over his own place at another organisation', async () => {
  const elsewhere = await alsoAt(app, supplierAdmin, baltic, 'SUPPLIER_VIEWER');
  expect((await change(supplierAdmin, elsewhere, ['SUPPLIER_ADMIN'])).userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
});

it('does not let others change or end memberships', async () => {
  for (const act of [
    'membershipChangeRoles(input: { membershipId: "x", roles: [] })',
    'membershipDeactivate(input: { membershipId: "x" })',
  ]) {
    const { errors } = await app.run(planner, `mutation { ${act} { userErrors { code } } }`);
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  }
});

it('keeps the last administrator of an organisation', async () => {
  expect((await deactivate(admin, stranger.membershipId)).userErrors).toMatchObject([{ code: 'LAST_ADMIN' }]);
  expect((await change(admin, stranger.membershipId, ['SUPPLIER_VIEWER'])).userErrors).toMatchObject([
    { code: 'LAST_ADMIN' },
  ]);
  expect((await deactivate(admin, admin.membershipId)).userErrors).toMatchObject([{ code: 'LAST_ADMIN' }]);
});

it('keeps one administrator when two remove each other at the same time', async () => {
  const coast = await anOrganisation(app, 'supplier', 'Coast Castings');
  const [one, two] = [await anActor(app, coast, 'SUPPLIER_ADMIN'), await anActor(app, coast, 'SUPPLIER_ADMIN')];
  const answers = await Promise.all([deactivate(one, two.membershipId), deactivate(two, one.membershipId)]);
  expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
});

it('ends the sessions of a membership with it', async () => {
  const leaver = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_VIEWER'));
  expect(await app.ask(leaver, '{ viewer { membership { roles } } }')).toEqual({
    viewer: { membership: { roles: ['SUPPLIER_VIEWER'] } },
  });
  const token = app.response.cookie ?? '';
  expect(await app.response.actorOf(token)).toMatchObject({ audience: 'SUPPLIER' });
  await deactivate(supplierAdmin, leaver.membershipId);
  expect(await app.response.actorOf(token)).toMatchObject({ audience: 'NOBODY' });
});

it('shows a person his own sessions, and lets him end one', async () => {
  const holder = await signedIn(app, planner);
  await signedIn(app, planner);
  const other = await signedIn(app, stranger);
  type Listed = { sessions: { nodes: { id: string; isCurrent: boolean }[] } };
  const document = '{ sessions(first: 10) { nodes { id isCurrent userAgent membership { organisation { name } } } } }';
  const { sessions } = await app.ask<Listed>(holder, document);
  expect(sessions.nodes.map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  const END = 'mutation ($id: ID!) { sessionEnd(input: { sessionId: $id }) { userErrors { code path } } }';
  const foreign = await app.run<{ sessionEnd: Changed }>(other, END, { id: sessions.nodes[0]?.id });
  expect(foreign.data.sessionEnd.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'sessionId'] }]);
  await app.ask(holder, END, { id: sessions.nodes[0]?.id });
  expect((await app.ask<Listed>(holder, document)).sessions.nodes).toHaveLength(1);
});

it('remembers the language a person chose', async () => {
  const CHOOSE =
    'mutation ($locale: String!) { personChangeLocale(input: { locale: $locale }) { person { locale } userErrors { code path } } }';
  expect(await app.ask(planner, CHOOSE, { locale: 'zh-CN' })).toMatchObject({
    personChangeLocale: { person: { locale: 'zh-CN' } },
  });
  const { data } = await app.run(planner, CHOOSE, { locale: 'tlh' });
  expect(data).toMatchObject({
    personChangeLocale: { person: null, userErrors: [{ code: 'INVALID_VALUE', path: ['input', 'locale'] }] },
  });
  expect(await signedIn(app, planner)).toMatchObject({ locale: 'zh-CN' });
});

it('makes an account once, and ends its sessions when its password changes', async () => {
  const account = {
    email: 'Operator@Example.com',
    name: 'Operator',
    password: PASSWORD,
    organisationId: alpine.id,
    audience: 'SUPPLIER',
    roles: ['SUPPLIER_ADMIN'],
  } as const;
  const ensure = (more: { password?: string } = {}) =>
    app.prepare((work) => ensureAccount(work, { ...account, ...more }));
  const made = await ensure();
  await signedIn(app, { ...planner, ...made });
  const token = app.response.cookie ?? '';
  expect(await ensure()).toEqual(made);
  expect(await app.response.actorOf(token)).toMatchObject({ personId: made.personId });
  await ensure({ password: 'another long password' });
  const rows = await app.owner.query('select 1 from identity_session where person_id = $1 and revoked_at is null', [
    made.personId,
  ]);
  expect(rows).toEqual([]);
});
