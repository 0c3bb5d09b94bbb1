import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { discoverProvider } from '../../../server/src/modules/identity/single-sign-on/provider.service.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { loadConfig } from '../../../server/src/platform/config.ts';
import { keepSettings } from '../../../server/src/platform/settings.ts';
import { TestApp } from '../../support/app.ts';
import { alsoAt, anActor, anOrganisation, signedIn } from '../../support/factories/identity.ts';
import { CLIENT, LocalProvider } from '../../support/sign-in/provider.ts';

const settings = { ...loadConfig({ NODE_ENV: 'test' }), publicUrl: 'http://localhost:4000' };
let app: TestApp;
let provider: LocalProvider;
let alpine: Organisation;
let baltic: Organisation;
let admin: Actor;
let buyer: Actor;
let serial = 0;

beforeAll(async () => {
  app = await TestApp.start();
  keepSettings(app.database, settings);
  provider = await LocalProvider.start(['http://localhost:4000/supplier/single-sign-on']);
  const company = await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  baltic = await anOrganisation(app, 'supplier', 'Baltic Steel');
  admin = await signedIn(app, await anActor(app, company, 'ADMIN'));
  await setUp({ emailDomains: ['alpine.example'] });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});
beforeEach(async () => {
  buyer = await anActor(app, alpine, 'SUPPLIER_PLANNER');
});

interface Answer {
  url: string;
  ticket: string;
  viewer: { person: { name: string } } | null;
  singleSignOn: { emailDomains: string[] } | null;
  userErrors: { code: string; path: string[] }[];
}
const SET_UP = `mutation ($input: SingleSignOnSetUpInput!) { singleSignOnSetUp(input: $input) { singleSignOn { issuer clientId emailDomains isActive } userErrors { code path } } }`;
const BEGIN = `mutation ($input: SingleSignOnBeginInput!) { singleSignOnBegin(input: $input) { url ticket userErrors { code } } }`;
const FINISH = `mutation ($input: SingleSignOnFinishInput!) { singleSignOnFinish(input: $input) { viewer { person { name } } userErrors { code } } }`;
const visitor = nobody('en', '198.51.100.1');
const globalId = (prefix: string, id: string | null) => `${prefix}_${(id ?? '').replaceAll('-', '')}`;

async function answer(actor: Actor, source: string, input: object): Promise<Answer> {
  const { data, errors } = await app.run<Record<string, Answer>>(actor, source, { input });
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Answer;
}
const codes = ({ userErrors }: Answer) => userErrors.map(({ code }) => code);
const setUp = (input: object = {}, actor = admin, organisation = alpine) =>
  answer(actor, SET_UP, {
    organisationId: globalId('org', organisation.id),
    audience: 'SUPPLIER',
    issuer: provider.issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    isActive: true,
    ...input,
  });
const begin = (input: object = { email: 'somebody@alpine.example' }) =>
  answer(visitor, BEGIN, { portal: 'SUPPLIER', ...input });
const finish = (ticket: string, returned: string) => answer(visitor, FINISH, { ticket, returned });

async function emailOf({ personId }: Actor): Promise<string> {
  const [row] = await app.owner.query<{ email: string }>('select email from identity_person where id = $1', [personId]);
  return row?.email ?? '';
}
/** An account at the provider. */
function anAccount(claims: { email?: string; email_verified?: boolean }): string {
  const account = `account-${++serial}`;
  provider.accounts.set(account, claims);
  return account;
}
async function comeIn(account: string): Promise<Answer> {
  const { url, ticket } = await begin();
  return finish(ticket, await provider.signIn(url, account));
}

it('sends people to the provider of their e-mail or organisation, with PKCE, state and nonce, and nobody else', async () => {
  const { url } = await begin();
  const { searchParams } = new URL(url);
  expect(searchParams.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(searchParams.get(name)?.length).toBeGreaterThan(20);
  expect(codes(await begin({ organisationNumber: alpine.number }))).toEqual([]);
  for (const input of [{ email: 'a@else.example' }, { organisationNumber: baltic.number }, { email: 'x' }, {}])
    expect(codes(await begin(input))).toEqual(['NO_SIGN_ON']);
  expect(codes(await begin({ email: 'a@alpine.example', portal: 'STAFF' }))).toEqual(['NO_SIGN_ON']);
});

it('lets a member in whose e-mail the provider has verified, and knows him by its name for him from then on', async () => {
  const account = anAccount({ email: await emailOf(buyer), email_verified: true });
  expect(await comeIn(account)).toMatchObject({ viewer: { person: { name: buyer.name } }, userErrors: [] });
  provider.accounts.set(account, { email: 'renamed@alpine.example', email_verified: false });
  expect(await comeIn(account)).toMatchObject({ viewer: { person: { name: buyer.name } } });
  const taker = anAccount({ email: await emailOf(buyer), email_verified: true });
  expect(codes(await comeIn(taker))).toEqual(['SIGN_ON_FAILED']);
});

it('refuses an e-mail that is not verified, one without an account here, and a member of another organisation', async () => {
  const email = await emailOf(buyer);
  const stranger = await emailOf(await anActor(app, baltic, 'SUPPLIER_PLANNER'));
  for (const claims of [
    { email, email_verified: false },
    { email },
    {},
    { email: 'nobody@alpine.example', email_verified: true },
    { email: stranger, email_verified: true },
  ])
    expect(codes(await comeIn(anAccount(claims)))).toEqual(['SIGN_ON_FAILED']);
});

it('refuses what is brought back twice, with another state, a made-up code, or without its ticket', async () => {
  const account = anAccount({ email: await emailOf(buyer), email_verified: true });
  const first = await begin();
  const returned = await provider.signIn(first.url, account);
  expect(codes(await finish(first.ticket, returned))).toEqual([]);
  expect(codes(await finish(first.ticket, returned))).toEqual(['CHALLENGE_GONE']);
  const [mine, attackers] = [await begin(), await begin()];
  const foreign = await provider.signIn(attackers.url, account);
  expect(codes(await finish(mine.ticket, foreign))).toEqual(['SIGN_ON_FAILED']);
  const again = await begin();
  const good = new URLSearchParams(await provider.signIn(again.url, account));
  good.set('code', 'made-up');
  expect(codes(await finish(again.ticket, `?${good.toString()}`))).toEqual(['SIGN_ON_FAILED']);
  expect(codes(await finish('made-up', returned))).toEqual(['CHALLENGE_GONE']);
  const denied = await begin();
  const state = new URL(denied.url).searchParams.get('state') ?? '';
  expect(codes(await finish(denied.ticket, `?error=access_denied&state=${state}`))).toEqual(['SIGN_ON_FAILED']);
});

it('refuses an answer that names another issuer', async () => {
  const account = anAccount({ email: await emailOf(buyer), email_verified: true });
  const { url, ticket } = await begin();
  const returned = new URLSearchParams(await provider.signIn(url, account));
  returned.set('iss', 'https://another.example');
  expect(codes(await finish(ticket, `?${returned.toString()}`))).toEqual(['SIGN_ON_FAILED']);
});

it('refuses a provider that calls itself otherwise, one that is none, and an address that is not public', async () => {
  const impostor = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ issuer: 'https://another.example', authorization_endpoint: 'https://another.example/auth' }),
    );
  });
  await new Promise<void>((done) => impostor.listen(0, '127.0.0.1', done));
  const at = `http://localhost:${(impostor.address() as AddressInfo).port}`;
  for (const issuer of [at, 'http://localhost:1', `${provider.issuer}/nothing/here`])
    expect(codes(await setUp({ issuer }, admin, baltic)), issuer).toEqual(['PROVIDER_UNREACHABLE']);
  expect(codes(await setUp({ issuer: 'not an address' }, admin, baltic))).toEqual(['INVALID_VALUE']);
  impostor.close();
  const strict = { ...settings, environment: 'production' as const };
  for (const issuer of [
    provider.issuer,
    'https://127.0.0.1',
    'https://169.254.169.254',
    'https://[::1]',
    'https://10.0.0.1',
  ])
    await expect(discoverProvider(strict, { issuer, clientId: 'x', clientSecret: 'x' }), issuer).rejects.toThrow();
});

it('gives a session for that organisation alone, which must be proven before anything sensitive', async () => {
  const strict = await anOrganisation(app, 'supplier', 'Cyclops Springs');
  const second = await alsoAt(app, buyer, strict, 'SUPPLIER_ADMIN');
  await comeIn(anAccount({ email: await emailOf(buyer), email_verified: true }));
  const holder = await app.response.actorOf(app.response.cookie ?? '');
  expect(holder).toMatchObject({ personId: buyer.personId, organisationId: alpine.id });
  const CHOOSE = 'mutation ($id: ID!) { membershipChoose(input: { membershipId: $id }) { userErrors { code } } }';
  const { data } = await app.run<{ membershipChoose: Answer }>(holder, CHOOSE, { id: globalId('mem', second) });
  expect(codes(data.membershipChoose)).toEqual(['NOT_FOUND']);
  const offer = await app.run<{ passkeyOffer: Answer }>(holder, 'mutation { passkeyOffer { userErrors { code } } }');
  expect(codes(offer.data.passkeyOffer)).toEqual(['CONFIRMATION_NEEDED']);
});

it('keeps the secret sealed, and shows it to nobody', async () => {
  const rows = await app.owner.query<{ text: string }>(
    'select s::text as text from identity_single_sign_on s union all select a::text from platform_audit_entry a union all select c::text from identity_challenge c',
  );
  expect(rows.some(({ text }) => text.includes(CLIENT.client_secret))).toBe(false);
});

it('is set up by administrators for their own side; only the company says whose a domain is', async () => {
  const chief = await signedIn(app, await anActor(app, baltic, 'SUPPLIER_ADMIN'));
  expect(codes(await setUp({}, chief, alpine))).toEqual(['NOT_FOUND']);
  expect(codes(await setUp({}, chief, baltic))).toEqual([]);
  expect(codes(await setUp({ emailDomains: ['gmail.com'] }, chief, baltic))).toEqual(['INVALID_VALUE']);
  expect(codes(await setUp({ emailDomains: ['alpine.example'] }, admin, baltic))).toEqual(['DOMAIN_TAKEN']);
  expect(codes(await setUp({ emailDomains: ['not a domain'] }, admin, baltic))).toEqual(['INVALID_VALUE']);
  expect(codes(await setUp({ clientSecret: null, isActive: false }, chief, baltic))).toEqual([]);
  expect(codes(await begin({ organisationNumber: baltic.number }))).toEqual(['NO_SIGN_ON']);
  const { singleSignOns } = await app.ask<{ singleSignOns: { nodes: object[] } }>(
    chief,
    '{ singleSignOns(first: 5) { nodes { issuer organisation { name } } } }',
  );
  expect(singleSignOns.nodes).toEqual([{ issuer: provider.issuer, organisation: { name: 'Baltic Steel' } }]);
});
