import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp, type TestServer } from '../../support/app.ts';
import { IN_TIME } from '../../support/effort.ts';
import { anActor, anOrganisation, PASSWORD, signedIn, withPassword } from '../../support/factories/identity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';

let app: TestApp;
let server: TestServer;
let alpine: Organisation;
let admin: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  admin = await anActor(app, alpine, 'SUPPLIER_ADMIN');
  server = await app.listen();
});
afterAll(() => app.close());

const VIEWER = '{ viewer { membership { roles } } }';
const ROLES = `mutation ($id: ID!) { membershipChangeRoles(input: { membershipId: $id, roles: [SUPPLIER_PLANNER] }) { userErrors { code } } }`;
const memberOf = ({ membershipId }: Actor) => `mem_${(membershipId ?? '').replaceAll('-', '')}`;

async function post(query: string, token: string, variables: object = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `corridor=${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const set = response.headers.getSetCookie().map((line) => /^corridor=([^;]*)/.exec(line)?.[1] ?? '');
  return { data: ((await response.json()) as { data: object }).data, token: set.at(-1) ?? null };
}

it('gives a token of its own making at sign-in, whatever was planted before', async () => {
  const email = await withPassword(app, admin);
  const planted = 'planted-by-somebody-else-0123456789abcdefgh';
  const signIn = `mutation { signIn(input: { email: "${email}", password: "${PASSWORD}", portal: SUPPLIER }) { viewer { id } userErrors { code } } }`;
  const { token } = await post(signIn, planted);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(token).not.toBe(planted);
  expect((await post(VIEWER, planted)).data).toEqual({ viewer: null });
  expect((await post(VIEWER, token ?? '')).data).toMatchObject({ viewer: {} });
});

it('replaces the token when its holder gets other roles; requests under way go on for a moment, and no longer', async () => {
  const viewer = await anActor(app, alpine, 'SUPPLIER_VIEWER');
  await signedIn(app, viewer);
  const before = app.response.cookie ?? '';
  expect((await post(VIEWER, before)).token).toBeNull();
  await app.ask(admin, ROLES, { id: memberOf(viewer) });
  const answers = await Promise.all([1, 2, 3].map(() => post(VIEWER, before)));
  for (const { data } of answers)
    expect(data).toMatchObject({ viewer: { membership: { roles: ['SUPPLIER_PLANNER'] } } });
  const [after, ...more] = answers.flatMap(({ token }) => (token ? [token] : []));
  expect(after).toMatch(/^[\w-]{43}$/);
  expect(more).toEqual([]);
  expect((await post(VIEWER, after ?? '')).token).toBeNull();
  await app.owner.query(
    `update identity_session set renewed_at = renewed_at - interval '31 seconds' where renewed_at is not null`,
  );
  await expect.poll(async () => (await post(VIEWER, before)).data).toEqual({ viewer: null });
  expect((await post(VIEWER, after ?? '')).data).toMatchObject({ viewer: {} });
});

it('lists where the viewer is signed in, and ends one or all the others', async () => {
  const person = await anActor(app, alpine, 'SUPPLIER_VIEWER');
  const tokens: string[] = [];
  const actors: Actor[] = [];
  for (let n = 0; n < 3; n++) {
    actors.push(await signedIn(app, person));
    tokens.push(app.response.cookie ?? '');
  }
  const [first, , here] = actors as [Actor, Actor, Actor];
  type Rows = { sessions: { nodes: { id: string; userAgent: string; isCurrent: boolean; lastSeenAt: string }[] } };
  const { sessions } = await app.ask<Rows>(
    here,
    '{ sessions(first: 10) { nodes { id userAgent remoteAddress lastSeenAt isCurrent } } }',
  );
  expect(sessions.nodes.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, false, true]);
  const END = 'mutation ($id: ID!) { sessionEnd(input: { sessionId: $id }) { userErrors { code } } }';
  await app.ask(here, END, { id: `ses_${(first.sessionId ?? '').replaceAll('-', '')}` });
  const stranger = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_VIEWER'));
  const foreign = await app.run<{ sessionEnd: { userErrors: { code: string }[] } }>(stranger, END, {
    id: sessions.nodes[0]?.id,
  });
  expect(foreign.data.sessionEnd.userErrors).toEqual([{ code: 'NOT_FOUND' }]);
  expect(await app.ask(here, 'mutation { sessionEndOthers { ended userErrors { code } } }')).toMatchObject({
    sessionEndOthers: { ended: 1 },
  });
  const standing = [];
  for (const token of tokens) standing.push((await app.response.actorOf(token)).audience);
  expect(standing).toEqual(['NOBODY', 'NOBODY', 'SUPPLIER']);
});

it(
  'closes the websockets of a session within five seconds after it ended, without anything to tell',
  IN_TIME,
  async () => {
    await signedIn(app, await anActor(app, alpine, 'SUPPLIER_VIEWER'));
    const token = app.response.cookie ?? '';
    const sessionId = (await app.response.actorOf(token)).sessionId;
    class WithCookie extends WebSocket {
      constructor(url: string, protocols: string) {
        super(url, { protocols, headers: { cookie: `corridor=${token}` } });
      }
    }
    const closed = Promise.withResolvers<{ code: number; at: number }>();
    const client = createClient({
      url: `${server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WithCookie,
      shouldRetry: () => false,
      retryAttempts: 0,
      on: { closed: (event) => closed.resolve({ code: (event as { code: number }).code, at: performance.now() }) },
    });
    client.subscribe(
      { query: 'subscription { liveChange(topics: [ORDER]) { topic } }' },
      { next: () => undefined, error: () => undefined, complete: () => undefined },
    );
    await expect.poll(() => server.wakeUps.followers).toBe(1);
    const ended = performance.now();
    await app.owner.query('update identity_session set revoked_at = now() where id = $1', [sessionId]);
    const { code, at } = await closed.promise;
    expect(code).toBe(4403);
    expect(at - ended).toBeLessThan(5000);
    await expect.poll(() => server.wakeUps.followers).toBe(0);
  },
);
