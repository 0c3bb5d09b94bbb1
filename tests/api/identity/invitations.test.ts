import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation, PASSWORD, withPassword } from '../../support/factories/identity.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
let app: TestApp;
let alpine: Organisation;
let baltic: Organisation;
let admin: Actor;
let supplierAdmin: Actor;

beforeAll(async () => {
  app = await TestApp.start(clock);
  admin = await anActor(app, await anOrganisation(app, 'company', 'Northwind'), 'ADMIN');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  baltic = await anOrganisation(app, 'supplier', 'Baltic Steel');
  supplierAdmin = await anActor(app, alpine, 'SUPPLIER_ADMIN');
});
afterAll(() => app.close());

let serial = 0;
const visitor = nobody('en', '198.51.100.1');
const org = ({ id }: { id: string }) => `org_${id.replaceAll('-', '')}`;
const offer = (more: object = {}) => ({
  organisationId: org(alpine),
  email: `new-${++serial}@alpine.example`,
  audience: 'SUPPLIER',
  roles: ['SUPPLIER_VIEWER'],
  idempotencyKey: `invite-${serial}`,
  ...more,
});

type Errors = { userErrors: { code: string; path: string[] }[] };
type Created = Errors & { invitation: { id: string; email: string } | null; url: string | null };
const CREATE = `mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) {
  invitation { id email organisation { name } roles } url userErrors { code path } } }`;
const create = async (actor: Actor, input: object) => {
  const { data, errors } = await app.run<{ invitationCreate: Created }>(actor, CREATE, { input });
  expect(errors).toBeUndefined();
  return data.invitationCreate;
};
const tokenOf = ({ url }: Created) => url?.split('/').at(-1) ?? '';

const PREVIEW = 'query ($token: String!) { invitation(token: $token) { organisationName email audience expiresAt } }';
const preview = async (token: string) =>
  (await app.ask<{ invitation: object | null }>(visitor, PREVIEW, { token })).invitation;

type Accepted = Errors & {
  viewer: { person: { id: string; name: string }; membership: { roles: string[] } } | null;
};
const ACCEPT = `mutation ($input: InvitationAcceptInput!) { invitationAccept(input: $input) {
  viewer { person { id name email } membership { roles organisation { name } } } userErrors { code path } } }`;
const accept = async (token: string, password = PASSWORD, name = 'Lin') =>
  (await app.run<{ invitationAccept: Accepted }>(visitor, ACCEPT, { input: { token, name, password } })).data
    .invitationAccept;

it('invites somebody, shows him what for, and signs him in once he accepts', async () => {
  const created = await create(admin, offer({ email: ' Lin@Alpine.Example ' }));
  expect(created).toMatchObject({
    invitation: { email: 'lin@alpine.example', organisation: { name: 'Alpine Bearings' } },
    url: expect.stringMatching(/^\/supplier\/invite\/[\w-]{43}$/) as string,
    userErrors: [],
  });
  expect(await preview(tokenOf(created))).toEqual({
    organisationName: 'Alpine Bearings',
    email: 'lin@alpine.example',
    audience: 'SUPPLIER',
    expiresAt: '2026-12-01T08:00:00.000Z',
  });
  expect(await accept(tokenOf(created))).toMatchObject({
    viewer: {
      person: { name: 'Lin', email: 'lin@alpine.example' },
      membership: { roles: ['SUPPLIER_VIEWER'] },
    },
    userErrors: [],
  });
  expect(await app.response.actorOf(app.response.cookie ?? '')).toMatchObject({ organisationId: alpine.id });
  expect(await preview(tokenOf(created))).toBeNull();
  expect(await accept(tokenOf(created))).toMatchObject({
    viewer: null,
    userErrors: [{ code: 'INVITATION_GONE' }],
  });
});

it('gives the link once and stores it nowhere', async () => {
  const input = offer();
  const first = await create(admin, input);
  const again = await create(admin, input);
  expect(again).toMatchObject({ invitation: { id: first.invitation?.id }, url: null, userErrors: [] });
  const token = tokenOf(first);
  const kept = await app.owner.query<{ text: string }>(
    `select t::text as text from identity_invitation t union all select k::text from platform_idempotency_key k
     union all select a::text from platform_audit_entry a union all select e::text from platform_event e`,
  );
  expect(kept.length).toBeGreaterThan(2);
  expect(kept.some(({ text }) => text.includes(token) || /argon2|passwordHash|tokenHash/.test(text))).toBe(false);
});

it('accepts once, however many try at the same time', async () => {
  const token = tokenOf(await create(admin, offer()));
  const answers = await Promise.all(Array.from({ length: 6 }, () => accept(token)));
  expect(answers.filter(({ viewer }) => viewer)).toHaveLength(1);
});

it('is closed to an expired and to a revoked link, and a second invitation replaces the first', async () => {
  const replaced = await create(admin, offer({ email: 'twice@alpine.example' }));
  const second = await create(admin, offer({ email: 'twice@alpine.example' }));
  expect(await preview(tokenOf(replaced))).toBeNull();
  const REVOKE =
    'mutation ($id: ID!) { invitationRevoke(input: { invitationId: $id }) { invitation { revokedAt } userErrors { code } } }';
  await app.ask(supplierAdmin, REVOKE, { id: second.invitation?.id });
  expect(await preview(tokenOf(second))).toBeNull();
  const late = await create(admin, offer());
  clock.advance(7 * 86_400_000 + 1);
  expect(await preview(tokenOf(late))).toBeNull();
  expect(await accept(tokenOf(late))).toMatchObject({
    userErrors: [{ code: 'INVITATION_GONE', path: ['input', 'token'] }],
  });
});

it('joins an account only with its own password', async () => {
  const known = await anActor(app, baltic, 'SUPPLIER_PLANNER');
  const email = await withPassword(app, known);
  const token = tokenOf(await create(admin, offer({ email })));
  expect(await accept(token, 'a password of my own')).toMatchObject({
    viewer: null,
    userErrors: [{ code: 'INVALID_CREDENTIALS', path: ['input', 'password'] }],
  });
  const { viewer } = await accept(token, PASSWORD, 'Another name');
  expect(viewer?.person.id).toBe(`per_${known.personId?.replaceAll('-', '')}`);
  expect(viewer?.person.name).toBe(known.name);
});

it('does not let somebody guess an account by its invitation', async () => {
  const email = await withPassword(app, await anActor(app, baltic, 'SUPPLIER_PLANNER'));
  const token = tokenOf(await create(admin, offer({ email })));
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => accept(token, `guess number ${n}`)));
  expect(
    answers.flatMap(({ userErrors }) => userErrors).filter(({ code }) => code === 'TOO_MANY_ATTEMPTS'),
  ).toHaveLength(2);
});

it('refuses a short password', async () => {
  const token = tokenOf(await create(admin, offer()));
  expect(await accept(token, 'too short')).toMatchObject({
    userErrors: [{ code: 'WEAK_PASSWORD', path: ['input', 'password'] }],
  });
});

it('lets a party invite for its own organisation and side alone', async () => {
  expect((await create(supplierAdmin, offer())).userErrors).toEqual([]);
  const unknown = offer({ organisationId: 'org_0198c5c60000700080000000000000ff' });
  const [foreign, made, otherSide] = [
    await create(supplierAdmin, offer({ organisationId: org(baltic) })),
    await create(supplierAdmin, unknown),
    await create(supplierAdmin, offer({ audience: 'CUSTOMER', roles: ['CUSTOMER_ADMIN'] })),
  ];
  const refused = [{ code: 'NOT_FOUND', path: ['input', 'organisationId'] }];
  expect([foreign.userErrors, made.userErrors, otherSide.userErrors]).toEqual([refused, refused, refused]);
});

it('refuses roles of another side, no role, a side the organisation has not, and what is no e-mail', async () => {
  const codes = async (more: object) => (await create(admin, offer(more))).userErrors.map(({ code }) => code);
  expect(await codes({ roles: ['ADMIN'] })).toEqual(['WRONG_ROLE']);
  expect(await codes({ roles: [] })).toEqual(['WRONG_ROLE']);
  expect(await codes({ audience: 'CUSTOMER', roles: ['CUSTOMER_ADMIN'] })).toEqual(['WRONG_SIDE']);
  expect(await codes({ email: 'lin at alpine' })).toEqual(['INVALID_VALUE']);
});

it('does not let others invite', async () => {
  const viewer = await anActor(app, alpine, 'SUPPLIER_PLANNER');
  const { errors } = await app.run(viewer, CREATE, { input: offer() });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

it('lists to a party its own invitations alone, in one statement', async () => {
  await create(admin, offer({ organisationId: org(baltic), email: 'other@baltic.example' }));
  const document =
    '{ invitations(first: 100, isOpen: true) { nodes { email organisation { name } invitedBy { name } } totalCount } }';
  type Listed = { invitations: { nodes: { organisation: { name: string } }[] } };
  let listed!: Listed;
  const statements = await app.statements(async () => (listed = await app.ask<Listed>(supplierAdmin, document)));
  expect(statements).toHaveLength(1);
  expect(new Set(listed.invitations.nodes.map(({ organisation }) => organisation.name))).toEqual(
    new Set(['Alpine Bearings']),
  );
});
