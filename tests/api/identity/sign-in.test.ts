import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { Membership } from '../../../server/src/modules/identity/person/membership.entity.ts';
import { forgetSessions } from '../../../server/src/modules/identity/session/session-authenticator.service.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { alsoAt, anActor, anOrganisation, PASSWORD, signedIn, withPassword } from '../../support/factories/identity.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
const HOUR = 3_600_000;
let app: TestApp;
let alpine: Organisation;
let planner: Actor;
let email: string;

beforeAll(async () => {
  app = await TestApp.start(clock);
  await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  planner = await anActor(app, alpine, 'SUPPLIER_PLANNER');
  email = await withPassword(app, planner);
});
afterAll(() => app.close());

const visitor = (remoteAddress = '198.51.100.1') => nobody('en', remoteAddress);
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  viewer { id person { name email locale } membership { audience roles organisation { id name } } memberships { id organisation { name } } allowedActions }
  userErrors { code message path } } }`;
type Viewer = {
  id: string;
  person: { email: string };
  membership: { audience: string; roles: string[]; organisation: { name: string } };
  memberships: { id: string; organisation: { name: string } }[];
  allowedActions: string[];
};
type Answered = { viewer: Viewer | null; userErrors: { code: string; message: string }[] };

async function signIn(input: object, actor = visitor()): Promise<Answered> {
  const { data, errors } = await app.run<{ signIn: Answered }>(actor, SIGN_IN, { input });
  expect(errors).toBeUndefined();
  return data.signIn;
}
const codes = ({ userErrors }: Answered) => userErrors.map(({ code }) => code);

it('signs somebody in for his organisation, whatever the case of the e-mail', async () => {
  const { viewer, userErrors } = await signIn({
    email: ` ${email.toUpperCase()}`,
    password: PASSWORD,
    portal: 'SUPPLIER',
  });
  expect(userErrors).toEqual([]);
  expect(viewer).toMatchObject({
    person: { email },
    membership: {
      audience: 'SUPPLIER',
      roles: ['SUPPLIER_PLANNER'],
      organisation: { name: 'Alpine Bearings' },
    },
    memberships: [{ organisation: { name: 'Alpine Bearings' } }],
    allowedActions: [...planner.actions].sort(),
  });
  const holder = await app.response.actorOf(app.response.cookie ?? '');
  expect(holder).toMatchObject({
    personId: planner.personId,
    organisationId: alpine.id,
    audience: 'SUPPLIER',
  });
  let again!: { viewer: Viewer };
  const statements = await app.statements(
    async () => (again = await app.ask(holder, '{ viewer { id person { name } } }')),
  );
  expect(statements).toHaveLength(1);
  expect(again.viewer.id).toBe(viewer?.id);
});

it('keeps only a hash of the token', async () => {
  const rows = await app.owner.query<{ all: string }>('select s::text as all from identity_session s');
  expect(rows.some(({ all }) => all.includes(app.response.cookie ?? '-'))).toBe(false);
});

it('knows nobody without a session', async () => {
  expect(await app.ask(visitor(), '{ viewer { id } }')).toEqual({ viewer: null });
  expect(await app.response.actorOf('made-up')).toMatchObject({ audience: 'NOBODY', personId: null });
});

it('refuses a wrong password, an unknown account, another portal and an inactive place in the same words', async () => {
  const idle = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_VIEWER');
  const idleEmail = await withPassword(app, idle);
  await app.prepare(async ({ em }) => {
    (await em.findOneOrFail(Membership, idle.membershipId ?? '')).isActive = false;
  });
  const refused = [
    await signIn({ email, password: 'wrong password', portal: 'SUPPLIER' }),
    await signIn({ email: 'nobody@example.com', password: PASSWORD, portal: 'SUPPLIER' }),
    await signIn({ email, password: PASSWORD, portal: 'STAFF' }),
    await signIn({ email: idleEmail, password: PASSWORD, portal: 'SUPPLIER' }),
  ];
  for (const answer of refused) expect(answer).toEqual(refused[0]);
  expect(refused[0]).toMatchObject({ viewer: null, userErrors: [{ code: 'INVALID_CREDENTIALS' }] });
});

it('says no in Chinese to those who read Chinese', async () => {
  const { userErrors } = await signIn(
    { email: 'x@example.com', password: 'x', portal: 'STAFF' },
    nobody('zh-CN', '198.51.100.3'),
  );
  expect(userErrors[0]?.message).toMatch(/\p{Script=Han}/u);
});

it('stops after ten failures on one account, aliases counted one by one, and opens again in time', async () => {
  const victim = await withPassword(app, await anActor(app, alpine, 'SUPPLIER_VIEWER'));
  const input = (password: string) => `{ email: "${victim}", password: "${password}", portal: SUPPLIER }`;
  const tries = Array.from(
    { length: 12 },
    (_, n) => `t${n}: signIn(input: ${input(`guess ${n}`)}) { userErrors { code } }`,
  );
  const { data } = await app.run<Record<string, Answered>>(visitor('198.51.100.4'), `mutation { ${tries.join('\n')} }`);
  expect(Object.values(data).flatMap(codes)).toEqual([
    ...Array.from({ length: 10 }, () => 'INVALID_CREDENTIALS'),
    'TOO_MANY_ATTEMPTS',
    'TOO_MANY_ATTEMPTS',
  ]);
  const right = { email: victim, password: PASSWORD, portal: 'SUPPLIER' };
  expect(codes(await signIn(right, visitor('198.51.100.5')))).toEqual(['TOO_MANY_ATTEMPTS']);
  clock.advance(HOUR / 4 + 1000);
  expect(codes(await signIn(right, visitor('198.51.100.5')))).toEqual([]);
});

it('lets no more than ten guesses through when they come at the same time', async () => {
  const victim = await withPassword(app, await anActor(app, alpine, 'SUPPLIER_VIEWER'));
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, n) =>
      signIn({ email: victim, password: `guess ${n}`, portal: 'SUPPLIER' }, visitor(`198.51.100.${n + 10}`)),
    ),
  );
  expect(answers.flatMap(codes).filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(10);
});

it('stops after fifty failures from one address, whatever the accounts', async () => {
  const tries = Array.from({ length: 51 }, (_, n) => n);
  const answers = await Promise.all(
    tries.map((n) =>
      signIn({ email: `guess${n}@example.com`, password: 'x', portal: 'STAFF' }, visitor('203.0.113.9')),
    ),
  );
  expect(answers.flatMap(codes).filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(1);
});

it('ends the earlier session at sign-in, and the session at sign-out', async () => {
  await signIn({ email, password: PASSWORD, portal: 'SUPPLIER' });
  const first = app.response.cookie ?? '';
  await signIn({ email, password: PASSWORD, portal: 'SUPPLIER' }, await app.response.actorOf(first));
  const second = app.response.cookie ?? '';
  expect(second).not.toBe(first);
  expect(await app.response.actorOf(first)).toMatchObject({ audience: 'NOBODY' });
  const holder = await app.response.actorOf(second);
  await app.ask(holder, 'mutation { signOut { userErrors { code } } }');
  expect(app.response.cookie).toBeNull();
  expect(await app.response.actorOf(second)).toMatchObject({ audience: 'NOBODY' });
});

it('lets a person choose another of his organisations under a new token, and no other', async () => {
  const baltic = await anOrganisation(app, 'supplier', 'Baltic Steel');
  const both = await anActor(app, alpine, 'SUPPLIER_ADMIN');
  const second = await alsoAt(app, both, baltic, 'SUPPLIER_VIEWER');
  const stranger = await anActor(app, baltic, 'SUPPLIER_VIEWER');
  const holder = await signedIn(app, both);
  const CHOOSE = `mutation ($id: ID!) { membershipChoose(input: { membershipId: $id }) {
    viewer { membership { organisation { name } } memberships { organisation { name } } } userErrors { code path } } }`;
  type Chosen = { membershipChoose: Answered };
  const id = `mem_${second.replaceAll('-', '')}`;
  const { membershipChoose } = await app.ask<Chosen>(holder, CHOOSE, { id });
  expect(membershipChoose.viewer).toEqual({
    membership: { organisation: { name: 'Baltic Steel' } },
    memberships: [{ organisation: { name: 'Alpine Bearings' } }, { organisation: { name: 'Baltic Steel' } }],
  });
  const foreign = await app.run<Chosen>(holder, CHOOSE, {
    id: `mem_${(stranger.membershipId ?? '').replaceAll('-', '')}`,
  });
  expect(foreign.data.membershipChoose.userErrors).toEqual([{ code: 'NOT_FOUND', path: ['input', 'membershipId'] }]);
});

it('keeps a session that is used, ends it twelve hours after its last use, and after thirty days in any case', async () => {
  await signIn({ email, password: PASSWORD, portal: 'SUPPLIER' });
  const token = app.response.cookie ?? '';
  const audience = async () => {
    forgetSessions(app.database);
    return (await app.response.actorOf(token)).audience;
  };
  const lastSeen = async () =>
    (await app.owner.query<{ seen: Date }>('select max(last_seen_at) as seen from identity_session'))[0]?.seen;
  const use = async (hours: number): Promise<void> => {
    clock.advance(hours * HOUR);
    expect(await audience()).toBe('SUPPLIER');
    await expect.poll(lastSeen).toEqual(clock.now());
  };
  await use(11);
  await use(11);
  const [seen] = [await lastSeen()];
  clock.advance(4 * 60_000);
  expect(await audience()).toBe('SUPPLIER');
  expect(await lastSeen()).toEqual(seen);
  clock.advance(12 * HOUR);
  expect(await audience()).toBe('NOBODY');

  await signIn({ email, password: PASSWORD, portal: 'SUPPLIER' });
  const longLived = app.response.cookie ?? '';
  await app.owner.query(
    "update identity_session set created_at = created_at - interval '30 days' + interval '1 hour' where revoked_at is null",
  );
  clock.advance(HOUR / 2);
  forgetSessions(app.database);
  expect((await app.response.actorOf(longLived)).audience).toBe('SUPPLIER');
  await expect.poll(lastSeen).toEqual(clock.now());
  clock.advance(HOUR / 2);
  forgetSessions(app.database);
  expect((await app.response.actorOf(longLived)).audience).toBe('NOBODY');
});
