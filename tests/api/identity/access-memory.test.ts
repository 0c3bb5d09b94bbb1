import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { forgetSessions } from '../../../server/src/modules/identity/session/session-authenticator.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation, signedIn } from '../../support/factories/identity.ts';

/** A server hears of what is changed beside it: here by the owner of the database, elsewhere by another process. */
let app: TestApp;
let url: string;
let alpine: Organisation;

beforeAll(async () => {
  app = await TestApp.start();
  await anOrganisation(app, 'company');
  alpine = await anOrganisation(app, 'supplier');
  ({ url } = await app.listen());
});
afterAll(() => app.close());

async function visitor(): Promise<{ actor: Actor; token: string }> {
  const actor = await anActor(app, alpine, 'SUPPLIER_VIEWER');
  await signedIn(app, actor);
  return { actor, token: app.response.cookie ?? '' };
}

async function audienceOf(token: string): Promise<string | null> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `corridor=${token}` },
    body: JSON.stringify({ query: '{ viewer { membership { roles } } }' }),
  });
  const { data } = (await response.json()) as { data: { viewer: { membership: { roles: string[] } } | null } };
  return data.viewer?.membership.roles.join() ?? null;
}

const lookups = async (run: () => Promise<unknown>) =>
  (await app.statements(run)).filter((text) => text.includes('s.token_hash')).length;

it('asks for a session once, and not again for longer than it would believe it unheard', async () => {
  const { token } = await visitor();
  forgetSessions(app.database);
  const first = await lookups(() => audienceOf(token));
  await setTimeout(2200);
  expect([first, await lookups(() => audienceOf(token))]).toEqual([1, 0]);
});

it.each([
  ['a session was ended', 'update identity_session set revoked_at = now() where person_id = $1'],
  ['a session was deleted', 'delete from identity_session where person_id = $1'],
  [
    'a session runs out earlier',
    `update identity_session set expires_at = now() - interval '1 s' where person_id = $1`,
  ],
  ['a membership was ended', 'update identity_membership set is_active = false where person_id = $1'],
  ['a person was switched off', 'update identity_person set is_active = false where id = $1'],
])('knows at once that %s', async (_, sql) => {
  const { actor, token } = await visitor();
  expect(await audienceOf(token)).toBe('SUPPLIER_VIEWER');
  await app.owner.query(sql, [actor.personId]);
  await expect.poll(() => audienceOf(token), { timeout: 1500, interval: 20 }).toBeNull();
});

it('knows at once of other roles, and of an organisation that was switched off', async () => {
  const { actor, token } = await visitor();
  expect(await audienceOf(token)).toBe('SUPPLIER_VIEWER');
  await app.owner.query(
    `update identity_membership set roles = '{SUPPLIER_PLANNER}', version = version + 1 where person_id = $1`,
    [actor.personId],
  );
  await expect.poll(() => audienceOf(token), { timeout: 1500, interval: 20 }).toBe('SUPPLIER_PLANNER');
  await app.owner.query('update identity_organisation set is_active = false where id = $1', [alpine.id]);
  await expect.poll(() => audienceOf(token), { timeout: 1500, interval: 20 }).toBeNull();
  await app.owner.query('update identity_organisation set is_active = true where id = $1', [alpine.id]);
});

it('believes nothing for long while it cannot hear', async () => {
  const { token } = await visitor();
  expect(await audienceOf(token)).toBe('SUPPLIER_VIEWER');
  await app.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'corridor listen' and datname = current_database()`,
  );
  await expect.poll(() => lookups(() => audienceOf(token)), { timeout: 900, interval: 20 }).toBe(1);
});

it('hears again when the connection is back', async () => {
  await setTimeout(1200);
  const { token } = await visitor();
  await audienceOf(token);
  await setTimeout(2200);
  expect(await lookups(() => audienceOf(token))).toBe(0);
});
