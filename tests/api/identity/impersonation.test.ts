import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { forgetSessions } from '../../../server/src/modules/identity/session/session-authenticator.service.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation, signedIn } from '../../support/factories/identity.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
const REASON = 'Ticket 4711: cannot see the order';
let app: TestApp;
let alpine: Organisation;
let agent: Actor;
let planner: Actor;

beforeAll(async () => {
  app = await TestApp.start(clock);
  const company = await anOrganisation(app, 'company', 'Northwind');
  alpine = await anOrganisation(app, 'supplier', 'Alpine Bearings');
  agent = await signedIn(app, await anActor(app, company, 'SERVICE'));
  planner = await anActor(app, alpine, 'SUPPLIER_PLANNER');
});
afterAll(() => app.close());

interface Answer {
  url: string | null;
  viewer: { impersonation: object; allowedActions: string[] } | null;
  userErrors: { code: string }[];
}
const BEGIN = `mutation ($input: ImpersonationBeginInput!) { impersonationBegin(input: $input) { url userErrors { code path } } }`;
const ENTER = `mutation ($ticket: String!) { impersonationEnter(input: { ticket: $ticket }) {
  viewer { person { name } allowedActions impersonation { by reason endsAt } } userErrors { code } } }`;
const visitor = nobody('en', '198.51.100.1');
const memberOf = ({ membershipId }: Actor) => `mem_${(membershipId ?? '').replaceAll('-', '')}`;

async function answer(actor: Actor, source: string, variables: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await app.run<Record<string, Answer>>(actor, source, variables);
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as Answer;
}
const codes = ({ userErrors }: Answer) => userErrors.map(({ code }) => code);
const begin = (of: Actor, input: object = {}, by = agent) =>
  answer(by, BEGIN, { input: { membershipId: memberOf(of), reason: REASON, minutes: 15, ...input } });
const ticketIn = ({ url }: Answer) => (url ?? '').split('#')[1] ?? '';

it('lets staff look with the eyes of a person, for a reason and a while, and shows who it is', async () => {
  const begun = await begin(planner);
  expect(begun.url).toMatch(/^\/supplier\/impersonate#[\w-]{43}$/);
  const ticket = ticketIn(begun);
  const { viewer } = await answer(visitor, ENTER, { ticket });
  expect(viewer).toMatchObject({
    person: { name: planner.name },
    impersonation: { by: agent.name, reason: REASON, endsAt: '2026-11-24T08:15:00.000Z' },
  });
  expect(codes(await answer(visitor, ENTER, { ticket }))).toEqual(['CHALLENGE_GONE']);
  const token = app.response.cookie ?? '';
  expect(await app.response.actorOf(token)).toMatchObject({
    personId: planner.personId,
    impersonatedBy: agent.personId,
  });
  const own = await signedIn(app, planner);
  const { sessions } = await app.ask<{ sessions: { nodes: { impersonatedBy: string | null }[] } }>(
    own,
    '{ sessions(first: 5) { nodes { impersonatedBy } } }',
  );
  expect(sessions.nodes.map(({ impersonatedBy }) => impersonatedBy).sort()).toEqual([agent.name, null]);
  clock.advance(15 * 60_000 + 1000);
  forgetSessions(app.database);
  expect(await app.response.actorOf(token)).toMatchObject({ audience: 'NOBODY' });
});

it('never changes how the person signs in, nor who may come in', async () => {
  agent = await signedIn(app, agent);
  const chief = await anActor(app, alpine, 'SUPPLIER_PLANNER');
  await answer(visitor, ENTER, { ticket: ticketIn(await begin(chief)) });
  const asPlanner = await app.response.actorOf(app.response.cookie ?? '');
  expect([...asPlanner.actions].filter((action) => action.startsWith('identity.'))).toEqual([]);
  expect(asPlanner.actions.size).toBeGreaterThan(0);
  const own = [
    'mutation { authenticatorAppOffer { userErrors { code } } }',
    'mutation { authenticatorAppRemove { userErrors { code } } }',
    'mutation { recoveryCodesReplace { userErrors { code } } }',
    'mutation { passkeyOffer { userErrors { code } } }',
    'mutation { sessionEndOthers { userErrors { code } } }',
    'mutation { sessionConfirm(input: { password: "x" }) { userErrors { code } } }',
    'mutation { passwordChange(input: { oldPassword: "x", newPassword: "y" }) { userErrors { code } } }',
    'mutation { personChangeLocale(input: { locale: "zh-CN" }) { userErrors { code } } }',
  ];
  for (const source of own) expect(codes(await answer(asPlanner, source, {})), source).toEqual(['PERSON_ONLY']);
});

it('is not for administrators, colleagues, the idle, or without a reason and an end', async () => {
  const admin = await anActor(app, alpine, 'SUPPLIER_ADMIN', 'SUPPLIER_PLANNER');
  expect(codes(await begin(admin))).toEqual(['NOT_TO_BE_IMPERSONATED']);
  expect(codes(await begin(agent))).toEqual(['NOT_TO_BE_IMPERSONATED']);
  expect(codes(await begin(planner, { reason: 'because' }))).toEqual(['INVALID_VALUE']);
  expect(codes(await begin(planner, { minutes: 61 }))).toEqual(['INVALID_VALUE']);
  expect(codes(await begin(planner, { membershipId: 'mem_00000000000000000000000000000000' }))).toEqual(['NOT_FOUND']);
});

it('is begun by service and administrators after a proof, and ends with their own session', async () => {
  const buyer = await signedIn(app, await anActor(app, { id: agent.organisationId } as never, 'BUYER'));
  const { errors } = await app.run(buyer, BEGIN, {
    input: { membershipId: memberOf(planner), reason: REASON, minutes: 5 },
  });
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const ticket = ticketIn(await begin(planner));
  await app.owner.query('update identity_session set revoked_at = now() where id = $1', [agent.sessionId]);
  expect(codes(await answer(visitor, ENTER, { ticket }))).toEqual(['CHALLENGE_GONE']);
  agent = await signedIn(app, agent);
  const late = ticketIn(await begin(planner));
  clock.advance(61_000);
  expect(codes(await answer(visitor, ENTER, { ticket: late }))).toEqual(['CHALLENGE_GONE']);
  clock.advance(16 * 60_000);
  expect(codes(await begin(planner))).toEqual(['CONFIRMATION_NEEDED']);
});

it('is on record: why it began, and every act on whose behalf by whom', async () => {
  agent = await signedIn(app, agent);
  await answer(visitor, ENTER, { ticket: ticketIn(await begin(planner)) });
  const asPlanner = await app.response.actorOf(app.response.cookie ?? '');
  await app.database.transact(asPlanner, async (work) => {
    work.nameAct('somethingDone');
    await work.em.flush();
  });
  const entries = await app.owner.query(
    `select act, actor_person_id, on_behalf_of_person_id, actor_organisation_id, changes::text from platform_audit_entry where act in ('impersonationBegin', 'somethingDone') order by occurred_at desc, id desc limit 2`,
  );
  expect(entries).toMatchObject([
    {
      act: 'somethingDone',
      actor_person_id: agent.personId,
      on_behalf_of_person_id: planner.personId,
      actor_organisation_id: alpine.id,
    },
    { act: 'impersonationBegin', actor_person_id: agent.personId, changes: expect.stringContaining(REASON) },
  ]);
});
