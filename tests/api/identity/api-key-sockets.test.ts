import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp, type TestServer } from '../../support/app.ts';
import { anActor, anOrganisation, signedIn } from '../../support/factories/identity.ts';

let app: TestApp;
let server: TestServer;
let alpine: Organisation;
let baltic: Organisation;
let admin: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  await anOrganisation(app, 'company');
  alpine = await anOrganisation(app, 'supplier');
  baltic = await anOrganisation(app, 'supplier');
  admin = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_ADMIN'));
  server = await app.listen();
});
afterAll(() => app.close());

type Made = { apiKeyCreate: { apiKey: { id: string }; secret: string } };
const aKey = async (name: string) =>
  (
    await app.ask<Made>(
      admin,
      'mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { apiKey { id } secret userErrors { message } } }',
      { input: { idempotencyKey: `socket-${name}`, name, scopes: [], days: 30 } },
    )
  ).apiKeyCreate;

/** Follows with a key, as a machine does: what it heard, what it was refused, and when it was shown out. */
function follows(secret: string, query = 'subscription { liveChange(topics: [ORDER]) { subjects } }') {
  const heard: unknown[] = [];
  const refused: unknown[] = [];
  const closed = Promise.withResolvers<number>();
  const client = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${secret}` },
    retryAttempts: 0,
    on: { closed: () => closed.resolve(performance.now()) },
  });
  client.subscribe(
    { query },
    {
      next: ({ data }) => void heard.push(data),
      error: (errors) => void refused.push(errors),
      complete: () => undefined,
    },
  );
  return { heard, refused, closed: closed.promise, end: () => void client.dispose() };
}

async function change(supplierId: string): Promise<string> {
  const subjectId = newId();
  await app.prepare((work) => {
    const parties = { supplierId, customerId: null };
    work.record({ subjectId, subjectType: 'Thing', topic: 'ORDER', name: 'probe.thing.changed', ...parties });
    return Promise.resolve();
  });
  return subjectId;
}

it('hears with a key what concerns its organisation and nothing else, until the key is revoked', async () => {
  const { apiKey, secret } = await aKey('follower');
  const machine = follows(secret);
  await expect.poll(() => server.wakeUps.followers).toBe(1);
  await change(baltic.id);
  const own = await change(alpine.id);
  await expect.poll(() => machine.heard).toEqual([{ liveChange: { subjects: [own] } }]);

  const revoked = performance.now();
  await app.ask(admin, 'mutation ($id: ID!) { apiKeyRevoke(input: { apiKeyId: $id }) { userErrors { message } } }', {
    id: apiKey.id,
  });
  await change(alpine.id);
  const closed = await machine.closed;
  expect(machine.heard).toHaveLength(1);
  expect(closed - revoked).toBeLessThan(5000);
  await expect.poll(() => server.wakeUps.followers).toBe(0);
});

it('refuses a key that is good for nothing, in words, and whatever is no subscription', async () => {
  const stranger = follows('cor_000000000000_nobody');
  await expect
    .poll(() => JSON.stringify(stranger.refused))
    .toMatch(/This API key is unknown, revoked or expired.*UNAUTHENTICATED/);
  stranger.end();
  const { secret } = await aKey('asker');
  const asker = follows(secret, '{ memberships(first: 1) { totalCount } }');
  await expect.poll(() => JSON.stringify(asker.refused)).toContain('Only subscriptions are answered here');
  asker.end();
  expect(server.wakeUps.followers).toBe(0);
});
