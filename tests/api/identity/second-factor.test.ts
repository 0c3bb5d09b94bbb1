import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { forgetSessions } from '../../../server/src/modules/identity/session/session-authenticator.service.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { alsoAt, anActor, anOrganisation, PASSWORD, signedIn, withPassword } from '../../support/factories/identity.ts';
import { codeAt } from '../../support/sign-in/totp.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
let app: TestApp;
let alpine: Organisation;
let admin: Actor;
let email: string;

beforeAll(async () => {
  app = await TestApp.start(clock);
  await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
});
afterAll(() => app.close());
// Each code works once, so every test has its own person and its own half minute.
beforeEach(async () => {
  clock.advance(60_000);
  admin = await anActor(app, alpine, 'SUPPLIER_ADMIN');
  email = await withPassword(app, admin);
});

interface Step {
  ticket: string;
  methods: string[];
  enrolment: { secret: string; uri: string } | null;
}
interface Answer {
  viewer: object | null;
  secondStep: Step | null;
  recoveryCodes: string[];
  ticket: string;
  secret: string;
  uri: string;
  userErrors: { code: string }[];
}
const ERRORS = 'userErrors { code path }';
const STEP = `viewer { id } secondStep { ticket methods enrolment { secret uri } } ${ERRORS}`;
const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password, portal: SUPPLIER }) { ${STEP} } }`;
const CONFIRM = `mutation ($ticket: String!, $code: String!) { signInConfirm(input: { ticket: $ticket, code: $code }) { recoveryCodes ${STEP} } }`;
const OFFER = `mutation { authenticatorAppOffer { ticket secret uri ${ERRORS} } }`;
const INSTALL = `mutation ($ticket: String!, $code: String!) { authenticatorAppConfirm(input: { ticket: $ticket, code: $code }) { recoveryCodes ${ERRORS} } }`;
const REMOVE = `mutation { authenticatorAppRemove { ${ERRORS} } }`;
const REQUIRE = `mutation ($id: ID!, $isRequired: Boolean!) { organisationRequireSecondFactor(input: { organisationId: $id, isRequired: $isRequired }) {
  organisation { requiresSecondFactor } ${ERRORS} } }`;
const PROVE = `mutation ($input: SessionConfirmInput!) { sessionConfirm(input: $input) { ${ERRORS} } }`;

async function answer(actor: Actor, source: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await app.run<Record<string, Answer>>(actor, source, variables);
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Answer;
}
const codes = ({ userErrors }: Answer) => userErrors.map(({ code }) => code);
const visitor = (remoteAddress = '198.51.100.1') => nobody('en', remoteAddress);
const signIn = (password = PASSWORD, who = email) => answer(visitor(), SIGN_IN, { email: who, password });
const confirm = (step: Step | null, code: string, address?: string) =>
  answer(visitor(address), CONFIRM, { ticket: step?.ticket, code });
const later = (seconds: number) => new Date(clock.now().getTime() + seconds * 1000);

/** Installs an app for the actor; gives its secret and the recovery codes. */
async function withApp(actor = admin): Promise<{ holder: Actor; secret: string; recoveryCodes: string[] }> {
  const holder = await signedIn(app, actor);
  const { ticket, secret } = await answer(holder, OFFER);
  const { recoveryCodes } = await answer(holder, INSTALL, { ticket, code: codeAt(secret, later(-30)) });
  return { holder, secret, recoveryCodes };
}

it('asks for a code of the app after the password, and takes each code once', async () => {
  const { secret, recoveryCodes } = await withApp();
  expect(recoveryCodes).toHaveLength(10);
  const first = await signIn();
  expect(first).toMatchObject({ viewer: null, secondStep: { methods: ['CODE', 'RECOVERY_CODE'], enrolment: null } });
  expect(codes(await confirm(first.secondStep, '000000'))).toEqual(['WRONG_CODE']);
  const code = codeAt(secret, clock.now());
  expect(await confirm(first.secondStep, code)).toMatchObject({ viewer: { id: expect.any(String) }, userErrors: [] });
  expect(codes(await confirm(first.secondStep, codeAt(secret, later(30))))).toEqual(['CHALLENGE_GONE']);
  expect(codes(await confirm((await signIn()).secondStep, code))).toEqual(['WRONG_CODE']);
});

it('lets one of two through who show the same code at the same time', async () => {
  const { secret } = await withApp();
  const steps = [(await signIn()).secondStep, (await signIn()).secondStep];
  const code = codeAt(secret, clock.now());
  const answers = await Promise.all(steps.map((step) => confirm(step, code)));
  expect(answers.filter(({ viewer }) => viewer)).toHaveLength(1);
});

it('takes a recovery code in place of the app, once, and none of the codes before', async () => {
  const { holder, recoveryCodes } = await withApp();
  const [code = ''] = recoveryCodes;
  expect(codes(await confirm((await signIn()).secondStep, ` ${code.toUpperCase()} `))).toEqual([]);
  expect(codes(await confirm((await signIn()).secondStep, code))).toEqual(['WRONG_CODE']);
  const fresh = await answer(holder, `mutation { recoveryCodesReplace { recoveryCodes ${ERRORS} } }`);
  expect(codes(await confirm((await signIn()).secondStep, recoveryCodes[1] ?? ''))).toEqual(['WRONG_CODE']);
  expect(codes(await confirm((await signIn()).secondStep, fresh.recoveryCodes[1] ?? ''))).toEqual([]);
});

it('gives ten guesses at a code, however often the password is given again', async () => {
  const { secret } = await withApp();
  const guesses = [];
  for (let n = 0; n < 12; n++)
    guesses.push(...codes(await confirm((await signIn()).secondStep, '000000', `203.0.113.${n}`)));
  expect(guesses).toEqual([
    ...Array.from({ length: 10 }, () => 'WRONG_CODE'),
    'TOO_MANY_ATTEMPTS',
    'TOO_MANY_ATTEMPTS',
  ]);
  const right = codeAt(secret, clock.now());
  expect(codes(await confirm((await signIn()).secondStep, right, '203.0.113.99'))).toEqual(['TOO_MANY_ATTEMPTS']);
});

it('forgets a step after ten minutes, and knows no step of another kind', async () => {
  const { secret } = await withApp();
  const { secondStep } = await signIn();
  clock.advance(11 * 60_000);
  expect(codes(await confirm(secondStep, codeAt(secret, clock.now())))).toEqual(['CHALLENGE_GONE']);
  const holder = await signedIn(app, admin);
  const { ticket } = await answer(holder, OFFER);
  expect(codes(await answer(visitor(), CONFIRM, { ticket, code: '000000' }))).toEqual(['CHALLENGE_GONE']);
});

it('keeps neither the secret of the app nor a recovery code readable', async () => {
  const { secret, recoveryCodes } = await withApp();
  const rows = await app.owner.query<{ text: string }>(
    `select t::text as text from identity_authenticator_app t union all select t::text from identity_recovery_code t union all select t::text from identity_challenge t
     union all select t::text from platform_audit_entry t`,
  );
  const all = rows.map(({ text }) => text).join(' ');
  for (const plain of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))])
    expect(all.includes(plain)).toBe(false);
});

it('opens sensitive acts for a quarter of an hour after a proof, and asks for the strongest there is', async () => {
  const holder = await signedIn(app, admin);
  clock.advance(16 * 60_000);
  expect(codes(await answer(holder, OFFER))).toEqual(['CONFIRMATION_NEEDED']);
  expect(codes(await answer(holder, PROVE, { input: { password: 'wrong' } }))).toEqual(['WRONG_PASSWORD']);
  expect(codes(await answer(holder, PROVE, { input: {} }))).toEqual(['WRONG_PASSWORD']);
  expect(codes(await answer(holder, PROVE, { input: { password: PASSWORD } }))).toEqual([]);
  expect(codes(await answer(holder, OFFER))).toEqual([]);
  const { secret } = await withApp();
  clock.advance(16 * 60_000);
  expect(codes(await answer(holder, PROVE, { input: { password: PASSWORD } }))).toEqual(['WRONG_PASSWORD']);
  expect(codes(await answer(holder, PROVE, { input: { code: codeAt(secret, clock.now()) } }))).toEqual([]);
  expect(codes(await answer(holder, REMOVE))).toEqual([]);
  expect((await signIn()).secondStep).toBeNull();
});

it('does not take the app that was offered to somebody else', async () => {
  const { ticket, secret } = await answer(await signedIn(app, admin), OFFER);
  const other = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_VIEWER'));
  expect(codes(await answer(other, INSTALL, { ticket, code: codeAt(secret, clock.now()) }))).toEqual([
    'CHALLENGE_GONE',
  ]);
});

it('is demanded by an organisation: sessions without one end, and whoever has none sets one up to come in', async () => {
  const strict = await anOrganisation(app, 'supplier', 'Baltic Steel');
  const chief = await anActor(app, strict, 'SUPPLIER_ADMIN');
  const worker = await anActor(app, strict, 'SUPPLIER_VIEWER');
  const workerEmail = await withPassword(app, worker);
  await signedIn(app, worker);
  const workersToken = app.response.cookie ?? '';
  const id = `org_${strict.id.replaceAll('-', '')}`;
  const plain = await signedIn(app, chief);
  expect(codes(await answer(plain, REQUIRE, { id, isRequired: true }))).toEqual(['OWN_FACTOR_FIRST']);
  const { holder } = await withApp(chief);
  expect(await answer(holder, REQUIRE, { id, isRequired: true })).toMatchObject({
    organisation: { requiresSecondFactor: true },
  });
  expect(codes(await answer(holder, REMOVE))).toEqual(['LAST_FACTOR']);
  expect(await app.response.actorOf(workersToken)).toMatchObject({ audience: 'NOBODY' });

  const { viewer, secondStep } = await signIn(PASSWORD, workerEmail);
  expect(viewer).toBeNull();
  expect(secondStep?.methods).toEqual([]);
  expect(secondStep?.enrolment?.uri).toMatch(/^otpauth:\/\/totp\/Corridor:/);
  const { secret = '' } = secondStep?.enrolment ?? {};
  const entered = await confirm(secondStep, codeAt(secret, clock.now()));
  expect(entered.recoveryCodes).toHaveLength(10);
  expect(await app.response.actorOf(app.response.cookie ?? '')).toMatchObject({ personId: worker.personId });
  expect((await signIn(PASSWORD, workerEmail)).secondStep).toMatchObject({ methods: ['CODE', 'RECOVERY_CODE'] });
});

it('is demanded also of somebody who turns to such an organisation, and a foreign one is not found', async () => {
  const strict = await anOrganisation(app, 'supplier', 'Cyclops Springs');
  await app.owner.query('update identity_organisation set requires_second_factor = true where id = $1', [strict.id]);
  const membership = await alsoAt(app, admin, strict, 'SUPPLIER_VIEWER');
  const holder = await signedIn(app, admin);
  const CHOOSE = `mutation ($id: ID!) { membershipChoose(input: { membershipId: $id }) { viewer { id } ${ERRORS} } }`;
  const id = `mem_${membership.replaceAll('-', '')}`;
  expect(codes(await answer(holder, CHOOSE, { id }))).toEqual(['SECOND_FACTOR_NEEDED']);
  const foreign = { id: `org_${strict.id.replaceAll('-', '')}`, isRequired: false };
  expect(codes(await answer(holder, REQUIRE, foreign))).toEqual(['NOT_FOUND']);
  forgetSessions(app.database);
});
