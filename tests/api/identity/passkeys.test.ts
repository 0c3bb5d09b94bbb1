import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { loadConfig } from '../../../server/src/platform/config.ts';
import { keepSettings } from '../../../server/src/platform/settings.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation, PASSWORD, signedIn, withPassword } from '../../support/factories/identity.ts';
import { Authenticator } from '../../support/sign-in/authenticator.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
let app: TestApp;
let alpine: Organisation;
let planner: Actor;
let holder: Actor;
let phone: Authenticator;

beforeAll(async () => {
  app = await TestApp.start(clock);
  keepSettings(app.database, { ...loadConfig(), publicUrl: 'http://localhost:4000', isProduction: true });
  await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  planner = await anActor(app, alpine, 'SUPPLIER_PLANNER');
  holder = await signedIn(app, planner);
  phone = new Authenticator();
});
afterAll(() => app.close());

interface Answer {
  viewer: { person: { name: string } } | null;
  secondStep: { methods: string[] } | null;
  passkey: { id: string; name: string } | null;
  ticket: string;
  options: string;
  userErrors: { code: string }[];
}
const ERRORS = 'userErrors { code path }';
const REGISTER = `mutation ($ticket: String!, $response: String!, $name: String!) {
  passkeyRegister(input: { ticket: $ticket, response: $response, name: $name }) { passkey { id name } ${ERRORS} } }`;
const ENTER = `mutation ($ticket: String!, $response: String!, $portal: Audience!) {
  passkeySignIn(input: { ticket: $ticket, response: $response, portal: $portal }) { viewer { person { name } } ${ERRORS} } }`;
const OFFER = `mutation { passkeyOffer { ticket options ${ERRORS} } }`;
const CHALLENGE = `mutation { passkeyChallenge { ticket options ${ERRORS} } }`;
const PROVE = `mutation ($input: SessionConfirmInput!) { sessionConfirm(input: $input) { ${ERRORS} } }`;

async function answer(actor: Actor, source: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await app.run<Record<string, Answer>>(actor, source, variables);
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Answer;
}
const codes = ({ userErrors }: Answer) => userErrors.map(({ code }) => code);
const visitor = nobody('en', '198.51.100.1');

async function register(device: Authenticator, actor = holder, name = 'Phone', scene = {}): Promise<Answer> {
  const { ticket, options } = await answer(actor, OFFER);
  return answer(actor, REGISTER, { ticket, name, response: device.register(options, scene) });
}
async function enter(device: Authenticator, scene = {}, portal = 'SUPPLIER'): Promise<Answer> {
  const { ticket, options } = await answer(visitor, CHALLENGE);
  return answer(visitor, ENTER, { ticket, portal, response: device.sign(options, scene) });
}

it('registers a device, which then signs its person in without a password and without naming an account', async () => {
  expect(await register(phone)).toMatchObject({ passkey: { name: 'Phone' }, userErrors: [] });
  const told = await app.owner.query(
    `select j.payload->>'personId' as "personId", j.payload->>'letter' as letter from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'identity-tell-person'`,
  );
  expect(told).toEqual([{ personId: planner.personId, letter: 'FACTORS_CHANGED' }]);
  const { options } = await answer(visitor, CHALLENGE);
  expect(JSON.parse(options)).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  expect(await enter(phone)).toMatchObject({ viewer: { person: { name: planner.name } }, userErrors: [] });
  const list = await app.ask(holder, '{ passkeys(first: 10) { nodes { name lastUsedAt } } }');
  expect(list).toEqual({ passkeys: { nodes: [{ name: 'Phone', lastUsedAt: clock.now().toISOString() }] } });
});

it('asks whoever gives the password for the passkey too', async () => {
  const email = await withPassword(app, planner);
  const input = { email, password: PASSWORD, portal: 'SUPPLIER' };
  const step = await answer(
    visitor,
    `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { person { name } } secondStep { methods } ${ERRORS} } }`,
    { input },
  );
  expect(step).toMatchObject({ viewer: null, secondStep: { methods: ['PASSKEY'] } });
});

it('refuses another site, a device whose lock was not opened, an unknown one and nonsense', async () => {
  for (const scene of [{ origin: 'https://phish.example' }, { origin: 'http://localhost:4001' }, { isVerified: false }])
    expect(codes(await enter(phone, scene))).toEqual(['WRONG_PASSKEY']);
  expect(codes(await enter(new Authenticator()))).toEqual(['WRONG_PASSKEY']);
  const { ticket } = await answer(visitor, CHALLENGE);
  for (const response of ['{}', 'not json', '{"id":"x","response":{"clientDataJSON":"e30"}}'])
    expect(codes(await answer(visitor, ENTER, { ticket, response, portal: 'SUPPLIER' }))).toEqual(['WRONG_PASSKEY']);
  expect(codes(await register(new Authenticator(), holder, 'x', { origin: 'https://phish.example' }))).toEqual([
    'WRONG_PASSKEY',
  ]);
  expect(codes(await register(new Authenticator(), holder, 'x', { isVerified: false }))).toEqual(['WRONG_PASSKEY']);
});

it('takes an answer once, to its own challenge, in time', async () => {
  const { ticket, options } = await answer(visitor, CHALLENGE);
  const response = phone.sign(options);
  const other = await answer(visitor, CHALLENGE);
  expect(codes(await answer(visitor, ENTER, { ticket: other.ticket, response, portal: 'SUPPLIER' }))).toEqual([
    'WRONG_PASSKEY',
  ]);
  expect(codes(await answer(visitor, ENTER, { ticket, response, portal: 'SUPPLIER' }))).toEqual([]);
  expect(codes(await answer(visitor, ENTER, { ticket, response, portal: 'SUPPLIER' }))).toEqual(['CHALLENGE_GONE']);
  const late = await answer(visitor, CHALLENGE);
  clock.advance(11 * 60_000);
  const variables = { ticket: late.ticket, response: phone.sign(late.options), portal: 'SUPPLIER' };
  expect(codes(await answer(visitor, ENTER, variables))).toEqual(['CHALLENGE_GONE']);
});

it('notices a copy of a device by its counter, and lets nobody in on another side', async () => {
  phone.counter = 0;
  expect(codes(await enter(phone))).toEqual(['WRONG_PASSKEY']);
  phone.counter = 100;
  expect(codes(await enter(phone, {}, 'STAFF'))).toEqual(['INVALID_CREDENTIALS']);
  expect(codes(await enter(phone))).toEqual([]);
});

it('registers a device for one person only, and not what was offered to somebody else', async () => {
  holder = await signedIn(app, planner);
  expect(codes(await register(phone))).toEqual(['PASSKEY_TAKEN']);
  const other = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_VIEWER'));
  const { ticket, options } = await answer(holder, OFFER);
  const response = new Authenticator().register(options);
  expect(codes(await answer(other, REGISTER, { ticket, response, name: 'mine' }))).toEqual(['CHALLENGE_GONE']);
});

it('proves its holder again for a sensitive act, and nobody else', async () => {
  clock.advance(16 * 60_000);
  expect(codes(await answer(holder, OFFER))).toEqual(['CONFIRMATION_NEEDED']);
  const stranger = new Authenticator();
  await register(stranger, await signedIn(app, await anActor(app, alpine, 'SUPPLIER_VIEWER')));
  const proof = async (device: Authenticator) => {
    const { ticket, options } = await answer(visitor, CHALLENGE);
    return codes(await answer(holder, PROVE, { input: { passkey: { ticket, response: device.sign(options) } } }));
  };
  expect(await proof(stranger)).toEqual(['WRONG_PASSKEY']);
  expect(await proof(phone)).toEqual([]);
  expect(codes(await answer(holder, OFFER))).toEqual([]);
});

it('is removed by its holder alone, and then signs nobody in', async () => {
  const { passkey } = await register(new Authenticator(), holder, 'Key');
  const REMOVE = `mutation ($id: ID!) { passkeyRemove(input: { passkeyId: $id }) { ${ERRORS} } }`;
  const other = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_ADMIN'));
  expect(codes(await answer(other, REMOVE, { id: passkey?.id }))).toEqual(['NOT_FOUND']);
  const { passkeys } = await app.ask<{ passkeys: { nodes: { id: string }[] } }>(
    holder,
    '{ passkeys(first: 10) { nodes { id } } }',
  );
  for (const { id } of passkeys.nodes) expect(codes(await answer(holder, REMOVE, { id }))).toEqual([]);
  expect(codes(await enter(phone))).toEqual(['WRONG_PASSKEY']);
});

it('makes no more than three hundred challenges for one address in a quarter of an hour', async () => {
  const flood = nobody('en', '203.0.113.77');
  const asked = await Promise.all(Array.from({ length: 305 }, () => answer(flood, CHALLENGE)));
  expect(asked.filter((one) => codes(one).length === 0)).toHaveLength(300);
  expect(asked.flatMap(codes)).toEqual(Array(5).fill('TOO_MANY_ATTEMPTS'));
  expect(codes(await answer(visitor, CHALLENGE))).toEqual([]);
});
