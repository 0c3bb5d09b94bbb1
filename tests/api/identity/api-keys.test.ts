import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp, type TestServer } from '../../support/app.ts';
import { anActor, anOrganisation, signedIn } from '../../support/factories/identity.ts';

let app: TestApp;
let server: TestServer;
let alpine: Organisation;
let admin: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  admin = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_ADMIN', 'SUPPLIER_PLANNER'));
  server = await app.listen();
});
afterAll(() => app.close());

interface Made {
  apiKey: { id: string; prefix: string; name: string } | null;
  secret: string | null;
  userErrors: { code: string; path: string[] }[];
}
const CREATE = `mutation ($input: ApiKeyCreateInput!) { apiKeyCreate(input: $input) { apiKey { id prefix name } secret userErrors { code path } } }`;
const REVOKE = `mutation ($id: ID!) { apiKeyRevoke(input: { apiKeyId: $id }) { apiKey { revokedAt } userErrors { code path } } }`;
const LOCALE = 'mutation { personChangeLocale(input: { locale: "en" }) { userErrors { code } } }';
let serial = 0;

async function create(input: object = {}, actor = admin): Promise<Made> {
  const whole = { idempotencyKey: `api-key-test-${++serial}`, name: 'Planning system', scopes: [], days: 30, ...input };
  const { data, errors } = await app.run<{ apiKeyCreate: Made }>(actor, CREATE, { input: whole });
  expect(errors).toBeUndefined();
  return data.apiKeyCreate;
}
const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

async function asMachine(secret: string | null, query: string, variables: object = {}, headers: object = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret ?? ''}`, ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    body: (await response.json()) as { data: never; errors?: { extensions: { code: string } }[] },
  };
}

it('gives a key once, keeps a hash, and acts as a machine of its organisation', async () => {
  const input = { idempotencyKey: 'api-key-test-twice', name: 'Planning system', scopes: [], days: 30 };
  const { apiKey, secret } = await create(input);
  expect(secret).toMatch(new RegExp(`^${apiKey?.prefix}_[\\w-]{43}$`));
  expect(await create(input)).toMatchObject({ apiKey, secret: null });
  const rows = await app.owner.query<{ text: string }>(
    'select k::text as text from identity_api_key k union all select a::text from platform_audit_entry a union all select i::text from platform_idempotency_key i',
  );
  expect(rows.some(({ text }) => text.includes(secret ?? '-'))).toBe(false);
  const { status, body } = await asMachine(
    secret,
    '{ viewer { id } organisations: organisation(id: "x") { id } memberships(first: 5) { nodes { organisation { name } } } }',
  );
  expect(status).toBe(200);
  expect(body.data).toMatchObject({
    viewer: null,
    memberships: { nodes: [{ organisation: { name: 'Alpine Bearings' } }] },
  });
  await expect
    .poll(
      async () =>
        (
          await app.owner.query(
            'select last_used_at, last_used_address from identity_api_key where last_used_at is not null',
          )
        ).length,
    )
    .toBe(1);
});

it('is good for its scopes and for nothing else', async () => {
  const scope = [...admin.actions].find((action) => !action.startsWith('identity.')) ?? '';
  const { secret } = await create({ scopes: [scope] });
  const machine = await authenticated(secret);
  expect([...machine.actions]).toEqual([scope]);
  const invite = `mutation { invitationCreate(input: { organisationId: "x", email: "a@b.co", audience: SUPPLIER, roles: [SUPPLIER_VIEWER], idempotencyKey: "12345678" }) { userErrors { code } } }`;
  expect((await asMachine(secret, invite)).body.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

const authenticated = async (secret: string | null): Promise<Actor> => {
  const { createAuthenticator } = await import('../../../server/src/app/authenticator.ts');
  const credentials = { sessionToken: null, portal: null, acceptLanguage: null, remoteAddress: null, apiKey: secret };
  return createAuthenticator(app.database, app.clock).actorOf(credentials);
};

it('can do no more than who makes it, and never lets anybody in or changes how people sign in', async () => {
  expect(codes(await create({ scopes: ['purchasing.order.release'] }))).toEqual(['SCOPE_NOT_YOURS']);
  expect(codes(await create({ scopes: ['identity.invitation.create'] }))).toEqual(['SCOPE_NOT_YOURS']);
  expect(codes(await create({ scopes: ['*'] }))).toEqual(['SCOPE_NOT_YOURS']);
  expect(codes(await create({ days: 731 }))).toEqual(['INVALID_VALUE']);
  expect(codes(await create({ days: 0 }))).toEqual(['INVALID_VALUE']);
  expect(codes(await create({ name: ' ' }))).toEqual(['INVALID_VALUE']);
  const { secret } = await create({ scopes: [] });
  const own = [
    'mutation { authenticatorAppOffer { userErrors { code } } }',
    'mutation { passkeyOffer { userErrors { code } } }',
    'mutation { sessionEndOthers { userErrors { code } } }',
    'mutation { passwordChange(input: { oldPassword: "x", newPassword: "y" }) { userErrors { code } } }',
  ];
  for (const query of own) {
    const { body } = await asMachine(secret, query);
    expect(JSON.stringify(body)).toContain('PERSON_ONLY');
  }
});

it('counts for nothing once it is revoked, expired, or its organisation left, and the browser session does not step in', async () => {
  const { apiKey, secret } = await create();
  expect((await asMachine(secret, '{ viewer { id } }')).status).toBe(200);
  await app.ask(admin, REVOKE, { id: apiKey?.id });
  expect((await asMachine(secret, '{ viewer { id } }')).status).toBe(401);
  const cookie = `corridor=${app.response.cookie ?? ''}`;
  const { status, body } = await asMachine(secret, '{ viewer { id } }', {}, { cookie });
  expect(status).toBe(401);
  expect(body.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  for (const made of ['', 'made up', `${apiKey?.prefix ?? ''}_${'x'.repeat(43)}`])
    expect((await asMachine(made, '{ viewer { id } }')).status).toBe(401);
  const other = await create();
  await app.owner.query(`update identity_api_key set expires_at = now() - interval '1 second' where prefix = $1`, [
    other.apiKey?.prefix,
  ]);
  expect((await asMachine(other.secret, '{ viewer { id } }')).status).toBe(401);
});

it('is made and revoked by administrators of its own organisation and side only, after a proof', async () => {
  const planner = await signedIn(app, await anActor(app, alpine, 'SUPPLIER_PLANNER'));
  const { errors } = await app.run(planner, CREATE, {
    input: { idempotencyKey: 'not-an-admin', name: 'x', scopes: [], days: 1 },
  });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const rival = await signedIn(
    app,
    await anActor(app, await anOrganisation(app, 'supplier', 'Baltic Steel'), 'SUPPLIER_ADMIN'),
  );
  const { apiKey } = await create();
  const { data } = await app.run<{ apiKeyRevoke: Made }>(rival, REVOKE, { id: apiKey?.id });
  expect(codes(data.apiKeyRevoke)).toEqual(['NOT_FOUND']);
  const { apiKeys } = await app.ask<{ apiKeys: { nodes: unknown[] } }>(rival, '{ apiKeys(first: 5) { nodes { id } } }');
  expect(apiKeys.nodes).toEqual([]);
  await app.owner.query('update identity_session set confirmed_at = null where id = $1', [rival.sessionId]);
  expect(codes(await create({}, rival))).toEqual(['CONFIRMATION_NEEDED']);
});

it('signs what it does with its own name, once per idempotency key', async () => {
  const { secret, apiKey } = await create({ name: 'Night shift robot' });
  const { body } = await asMachine(secret, LOCALE);
  expect(JSON.stringify(body)).toContain('PERSON_ONLY');
  const machine = await authenticated(secret);
  expect(machine).toMatchObject({
    audience: 'SUPPLIER',
    organisationId: alpine.id,
    name: 'Night shift robot',
    sessionId: null,
  });
  const [person] = await app.owner.query<{ name: string; email: string }>(
    'select name, email from identity_person where id = $1',
    [machine.personId],
  );
  expect(person).toEqual({ name: 'Night shift robot', email: `${apiKey?.prefix}@machine.invalid` });
});
