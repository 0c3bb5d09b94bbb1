import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId } from '../../server/src/kernel/id.ts';
import { Membership } from '../../server/src/modules/identity/person/membership.entity.ts';
import { forgetSessions } from '../../server/src/modules/identity/session/session-authenticator.service.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp, type TestServer } from '../support/app.ts';
import { IN_TIME } from '../support/effort.ts';
import { anActor, anOrganisation, PASSWORD, withPassword } from '../support/factories/identity.ts';

let app: TestApp;
let server: TestServer;
let planner: Actor;
let rival: Actor;
let email: string;
let rivalEmail: string;

beforeAll(async () => {
  app = await TestApp.start();
  await anOrganisation(app, 'company', 'Northwind');
  planner = await anActor(app, await anOrganisation(app, 'supplier', 'Alpine Bearings'), 'SUPPLIER_PLANNER');
  rival = await anActor(app, await anOrganisation(app, 'supplier', 'Baltic Steel'), 'SUPPLIER_PLANNER');
  email = await withPassword(app, planner);
  rivalEmail = await withPassword(app, rival);
  server = await app.listen();
});
afterAll(() => app.close());
beforeEach(() => void (server.logged.length = 0));

interface Answer {
  status: number;
  data: Record<string, unknown> | null;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  cookies: string[];
}

async function post(
  query: string,
  headers: Record<string, string> = {},
  variables: object = {},
  url = server.url,
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as Pick<Answer, 'data' | 'errors'>;
  return { ...body, status: response.status, cookies: response.headers.getSetCookie() };
}

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  viewer { person { name email } membership { organisation { id name } } } userErrors { code message } } }`;
const signIn = (who = email, headers: Record<string, string> = {}, url = server.url) =>
  post(SIGN_IN, headers, { input: { email: who, password: PASSWORD, portal: 'SUPPLIER' } }, url);
const pairOf = ({ cookies }: Answer) => cookies[0]?.split(';')[0] ?? '';
const VIEWER = '{ viewer { person { name email } allowedActions } }';

it('signs in, knows the viewer by the cookie, and signs out', async () => {
  const answer = await signIn();
  expect(answer).toMatchObject({
    status: 200,
    data: { signIn: { viewer: { person: { email } }, userErrors: [] } },
  });
  const cookie = pairOf(answer);
  expect((await post(VIEWER, { cookie })).data).toMatchObject({ viewer: { person: { email } } });
  const out = await post('mutation { signOut { userErrors { code } } }', { cookie });
  expect(out.data).toEqual({ signOut: { userErrors: [] } });
  expect(out.cookies[0]).toMatch(/^corridor=;.*Expires=Thu, 01 Jan 1970/);
  expect((await post(VIEWER, { cookie })).data).toEqual({ viewer: null });
});

it('gives a cookie that scripts and other sites do not get, bound to this host where there is TLS', async () => {
  expect((await signIn()).cookies).toEqual([
    expect.stringMatching(/^corridor=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/),
  ]);
  const secure = await app.listen(true);
  expect((await signIn(email, {}, secure.url)).cookies).toEqual([
    expect.stringMatching(/^__Host-corridor=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/),
  ]);
});

it('keeps the session of each portal apart', async () => {
  const portal = { 'x-corridor-portal': 'supplier' };
  const cookie = pairOf(await signIn(email, portal));
  expect(cookie).toMatch(/^corridor-supplier=/);
  expect((await post(VIEWER, { cookie, ...portal })).data).toMatchObject({ viewer: { person: { email } } });
  expect((await post(VIEWER, { cookie, 'x-corridor-portal': 'admin' })).data).toEqual({ viewer: null });
  const [, token = ''] = cookie.split('=');
  const stolen = { cookie: `corridor-admin=${token}`, 'x-corridor-portal': 'admin' };
  expect((await post(VIEWER, stolen)).data).toEqual({ viewer: null });
});

it('sets no cookie for a refused sign-in, and says why in the language of the page', async () => {
  const input = { email, password: 'wrong password', portal: 'SUPPLIER' };
  const answer = await post(SIGN_IN, { 'accept-language': 'zh-CN' }, { input });
  expect(answer).toMatchObject({ status: 200, cookies: [], data: { signIn: { viewer: null } } });
  expect(JSON.stringify(answer.data)).toMatch(/\p{Script=Han}/u);
});

it('refuses what a plain form of another site could send', async () => {
  const cookie = pairOf(await signIn());
  const statusOf = async (type: string, body: string) =>
    (
      await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { cookie, 'content-type': type },
        body,
      })
    ).status;
  const act = JSON.stringify({ query: 'mutation { signOut { userErrors { code } } }' });
  expect(await statusOf('text/plain', act)).toBe(400);
  expect(await statusOf('application/x-www-form-urlencoded', 'query=mutation{signOut{userErrors{code}}}')).toBe(415);
  expect(await statusOf('multipart/form-data; boundary=x', '--x--')).toBeGreaterThanOrEqual(400);
  const link = `${server.url}/graphql?query=${encodeURIComponent(VIEWER)}`;
  expect((await fetch(link, { headers: { cookie } })).status).toBe(400);
  expect((await post(VIEWER, { cookie })).data).toMatchObject({ viewer: { person: { email } } });
});

it('does not act on a GET, even with the header that other sites cannot send', async () => {
  const link = `${server.url}/graphql?query=${encodeURIComponent('mutation { signOut { userErrors { code } } }')}`;
  const response = await fetch(link, { headers: { 'apollo-require-preflight': 'true' } });
  expect(response.status).toBe(405);
});

it('hides a fault behind an incident number that the log knows', async () => {
  await app.owner.query('alter table identity_invitation rename to identity_invitation_away');
  const answer = await post('{ invitation(token: "x") { email } }');
  await app.owner.query('alter table identity_invitation_away rename to identity_invitation');
  expect(answer.data).toEqual({ invitation: null });
  const [error] = answer.errors ?? [];
  expect(error?.extensions).toEqual({ code: 'INTERNAL', incident: expect.any(String) as string });
  expect(error?.message).toBe(`Something went wrong on our side (incident ${String(error?.extensions['incident'])})`);
  expect(JSON.stringify(answer)).not.toMatch(/identity_invitation|relation/);
  expect(server.logged).toMatchObject([{ incident: error?.extensions['incident'] }]);
  expect(JSON.stringify(server.logged)).toContain('identity_invitation');
});

it('tells a page without a session to sign in, and a stranger only that there is no such field', async () => {
  const orders = '{ organisation(id: "org_x") { name } }';
  for (const headers of [{ 'x-corridor-portal': 'supplier' }, { cookie: 'corridor=ended' }]) {
    const answer = await post(orders, headers);
    expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  }
  const stranger = await post(orders);
  expect(stranger).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
});

it('answers a document it does not know with a code of its own', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ documentId: 'sha256:0000' }),
  });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_DOCUMENT' } }] });
});

it('notices an ended session within five seconds, although it remembers', IN_TIME, async () => {
  const cookie = pairOf(await signIn());
  await post(VIEWER, { cookie });
  await app.owner.query('update identity_session set revoked_at = now()');
  const since = Date.now();
  const isSignedIn = async () => (await post(VIEWER, { cookie })).data?.['viewer'] !== null;
  while (await isSignedIn()) {
    if (Date.now() - since > 5000) throw new Error('still signed in after five seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});

const FOLLOW = 'subscription { liveChange(topics: [ORDER]) { topic subjects } }';

function socket(headers: Record<string, string>): Client {
  class SocketWithHeaders extends WebSocket {
    constructor(url: string, protocols: string) {
      super(url, { protocols, headers });
    }
  }
  return createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: SocketWithHeaders,
    retryAttempts: 0,
  });
}

interface Followed {
  readonly heard: unknown[];
  readonly ended: Promise<unknown>;
  stop(): void;
}

/** Follows until stopped; resolves once the server listens for it. */
async function follow(client: Client, query = FOLLOW): Promise<Followed> {
  const heard: unknown[] = [];
  let stop: () => void = () => undefined;
  const before = server.wakeUps.followers;
  const ended = new Promise<unknown>((resolve) => {
    stop = client.subscribe(
      { query },
      { next: (value) => void heard.push(value), error: resolve, complete: () => resolve('complete') },
    );
  });
  await Promise.race([ended, until(() => server.wakeUps.followers > before)]);
  return { heard, ended, stop };
}

async function until(isSo: () => boolean): Promise<void> {
  const since = Date.now();
  while (!isSo()) {
    if (Date.now() - since > 15_000) throw new Error('it did not come to be so within fifteen seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const changeOrder = (supplierId: string | null) => {
  const subjectId = newId();
  return app
    .prepare((work) => {
      work.record({
        name: 'purchasing.order.released',
        subjectType: 'PurchaseOrder',
        subjectId,
        supplierId,
        topic: 'ORDER',
      });
      return Promise.resolve();
    })
    .then(() => subjectId);
};

it('wakes the page of the party a change concerns, and no other', async () => {
  const clients = [
    socket({ cookie: pairOf(await signIn()) }),
    socket({ cookie: pairOf(await signIn(rivalEmail)) }),
  ] as const;
  const [ours, theirs] = [await follow(clients[0]), await follow(clients[1])];
  const subjectId = await changeOrder(planner.organisationId);
  const theirId = await changeOrder(rival.organisationId);
  await until(() => ours.heard.length > 0 && theirs.heard.length > 0);
  expect(ours.heard).toEqual([{ data: { liveChange: { topic: 'ORDER', subjects: [subjectId] } } }]);
  expect(theirs.heard).toEqual([{ data: { liveChange: { topic: 'ORDER', subjects: [theirId] } } }]);
  const before = server.wakeUps.followers;
  ours.stop();
  theirs.stop();
  await until(() => server.wakeUps.followers === before - 2);
  for (const client of clients) await client.dispose();
});

it('stops telling a page whose place was ended', async () => {
  const leaver = await anActor(app, await anOrganisation(app, 'supplier', 'Coast Castings'), 'SUPPLIER_VIEWER');
  const client = socket({ cookie: pairOf(await signIn(await withPassword(app, leaver))) });
  const followed = await follow(client);
  await app.prepare(async ({ em }) => {
    (await em.findOneOrFail(Membership, leaver.membershipId ?? '')).isActive = false;
  });
  forgetSessions(app.database);
  await changeOrder(leaver.organisationId);
  expect(await followed.ended).toBe('complete');
  expect(followed.heard).toEqual([]);
  await client.dispose();
});

it('lets nobody follow without a session, or from a page of another site', async () => {
  const cookie = pairOf(await signIn());
  const codeOf = async (headers: Record<string, string>, query = FOLLOW) => {
    const client = socket(headers);
    const ended = (await (await follow(client, query)).ended) as { extensions: { code: string } }[];
    await client.dispose();
    return ended[0]?.extensions.code;
  };
  expect(await codeOf({})).toBe('UNAUTHENTICATED');
  expect(await codeOf({ cookie, origin: 'https://elsewhere.example' })).toBe('FORBIDDEN');
  expect(await codeOf({ cookie }, 'mutation { signOut { userErrors { code } } }')).toBe('BAD_USER_INPUT');
  expect(await codeOf({ cookie }, 'subscription {')).toBe('GRAPHQL_PARSE_FAILED');
  expect(await codeOf({ cookie }, 'subscription { secrets }')).toBe('GRAPHQL_VALIDATION_FAILED');
});
