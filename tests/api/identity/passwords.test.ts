import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { sendPasswordReset } from '../../../server/src/modules/identity/credential/password-reset.jobs.ts';
import { sendNotice } from '../../../server/src/modules/identity/mail/letter.jobs.ts';
import { isCommonPassword } from '../../../server/src/modules/identity/person/common-password.calc.ts';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { loadConfig } from '../../../server/src/platform/config.ts';
import { keepSettings } from '../../../server/src/platform/settings.ts';
import { TestApp } from '../../support/app.ts';
import { computed } from '../../support/effort.ts';
import { anActor, anOrganisation, PASSWORD, signedIn, withPassword } from '../../support/factories/identity.ts';
import { lettersIn } from '../../support/letters.ts';

const clock = fixedClock('2026-11-24T08:00:00Z');
const MAIL = join(tmpdir(), `corridor-mail-${process.pid}`);
const NEW_PASSWORD = 'tidal lantern 94 quarry';
let app: TestApp;
let planner: Actor;
let email: string;

beforeAll(async () => {
  app = await TestApp.start(clock);
  keepSettings(app.database, { ...loadConfig(), dataDir: MAIL, publicUrl: 'https://corridor.example' });
  await anOrganisation(app, 'company', 'Northwind');
  planner = await anActor(app, await anOrganisation(app, 'supplier', 'Alpine Bearings'), 'SUPPLIER_PLANNER');
  email = await withPassword(app, planner);
});
afterAll(async () => {
  await app.close();
  await rm(MAIL, { recursive: true, force: true });
});

type Refused = { userErrors: { code: string; path: string[] }[] };
const visitor = (remoteAddress = '198.51.100.1') => nobody('en', remoteAddress);
const ERRORS = 'userErrors { code path }';
const ASK = `mutation ($email: String!) { passwordResetRequest(input: { email: $email, portal: SUPPLIER }) { ${ERRORS} } }`;
const RESET = `mutation ($token: String!, $password: String!) { passwordReset(input: { token: $token, password: $password }) { ${ERRORS} } }`;
const CHANGE = `mutation ($old: String!, $new: String!) {
  passwordChange(input: { oldPassword: $old, newPassword: $new }) { viewer { person { email } } ${ERRORS} } }`;
const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { id } ${ERRORS} } }`;

const codesOf = async (actor: Actor, source: string, variables: object): Promise<string[]> => {
  const { data, errors } = await app.run<Record<string, Refused>>(actor, source, { ...variables });
  expect(errors).toBeUndefined();
  return Object.values(data).flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
};
const signIn = (password: string, who = email, remoteAddress?: string) =>
  codesOf(visitor(remoteAddress), SIGN_IN, { input: { email: who, password, portal: 'SUPPLIER' } });

/** Runs the jobs that wait under this name, as the worker would, and gives back the letters they wrote. */
async function letters(job = sendPasswordReset): Promise<string[]> {
  await rm(join(MAIL, 'mail'), { recursive: true, force: true });
  const waiting = await app.owner.query<{ payload: Record<string, unknown> }>(
    `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = $1 returning j.payload`,
    [job.name],
  );
  for (const { payload } of waiting) await job.run(app.database, payload);
  return lettersIn(join(MAIL, 'mail'));
}
const tokenIn = (letter = '') => /https:\/\/corridor\.example\/supplier\/reset\/([\w-]{43})/.exec(letter)?.[1] ?? '';

async function aLink(who = email): Promise<string> {
  await app.ask(visitor(), ASK, { email: who });
  const [letter] = await letters();
  return tokenIn(letter);
}

describe('a password', () => {
  it.each([
    'password1234',
    'Passw0rd!2024',
    'qwertyuiopas',
    '123456789012',
    'aaaaaaaaaaaa',
    'abababababab',
    'WelcomeWelcome',
    '2024-2025-2026',
    'Corridor2026!',
  ])('is refused when it is tried first: %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([NEW_PASSWORD, PASSWORD, 'Xk9$vLq2!mPz', '我喜欢在雨天喝热茶看书听歌'])(
    'is good otherwise: %s',
    (password) => {
      expect(isCommonPassword(password)).toBe(false);
    },
  );

  it('has twelve characters at least, and is not changed without the old one', async () => {
    const holder = await signedIn(app, planner);
    expect(await codesOf(holder, CHANGE, { old: PASSWORD, new: 'short one 1' })).toEqual(['WEAK_PASSWORD']);
    expect(await codesOf(holder, CHANGE, { old: PASSWORD, new: 'Password1234' })).toEqual(['COMMON_PASSWORD']);
    expect(await codesOf(holder, CHANGE, { old: 'not this one', new: NEW_PASSWORD })).toEqual(['WRONG_PASSWORD']);
    expect(await codesOf(planner, CHANGE, { old: PASSWORD, new: NEW_PASSWORD })).toEqual(['PERSON_ONLY']);
    expect(await signIn(PASSWORD)).toEqual([]);
  });

  it('is changed by its holder: other sessions end, this one gets a new token, and he is told', async () => {
    const other = await signedIn(app, planner);
    const otherToken = app.response.cookie ?? '';
    const holder = await signedIn(app, planner);
    const token = app.response.cookie ?? '';
    expect(await codesOf(holder, CHANGE, { old: PASSWORD, new: NEW_PASSWORD })).toEqual([]);
    expect(app.response.cookie).not.toBe(token);
    expect(await app.response.actorOf(app.response.cookie ?? '')).toMatchObject({ sessionId: holder.sessionId });
    for (const old of [token, otherToken])
      expect(await app.response.actorOf(old)).toMatchObject({ audience: 'NOBODY' });
    expect(other.sessionId).not.toBe(holder.sessionId);
    expect([await signIn(PASSWORD), await signIn(NEW_PASSWORD)]).toEqual([['INVALID_CREDENTIALS'], []]);
    expect(await letters(sendNotice)).toEqual([expect.stringContaining('Your password was changed')]);
    expect(await codesOf(await signedIn(app, planner), CHANGE, { old: NEW_PASSWORD, new: PASSWORD })).toEqual([]);
  });
});

describe('a forgotten password', () => {
  it('is replaced by a link that works once; every session ends and failures are forgiven', async () => {
    await signedIn(app, planner);
    const held = app.response.cookie ?? '';
    for (let n = 0; n < 10; n++) await signIn(`guess ${n}`, email, `198.51.100.${n + 20}`);
    expect(await signIn(PASSWORD)).toEqual(['TOO_MANY_ATTEMPTS']);
    const token = await aLink();
    const preview = await app.ask(visitor(), 'query ($token: String!) { passwordReset(token: $token) { email } }', {
      token,
    });
    expect(preview).toEqual({ passwordReset: { email } });
    expect(await codesOf(visitor(), RESET, { token, password: 'short' })).toEqual(['WEAK_PASSWORD']);
    expect(await codesOf(visitor(), RESET, { token, password: NEW_PASSWORD })).toEqual([]);
    expect(await codesOf(visitor(), RESET, { token, password: PASSWORD })).toEqual(['RESET_GONE']);
    expect(await app.response.actorOf(held)).toMatchObject({ audience: 'NOBODY' });
    expect(await signIn(NEW_PASSWORD)).toEqual([]);
  });

  it('is not replaced by an old link, one that a newer replaced, or a made-up one', async () => {
    const first = await aLink();
    const second = await aLink();
    expect(await codesOf(visitor(), RESET, { token: first, password: PASSWORD })).toEqual(['RESET_GONE']);
    clock.advance(31 * 60_000);
    for (const token of [second, 'made up'])
      expect(await codesOf(visitor(), RESET, { token, password: PASSWORD })).toEqual(['RESET_GONE']);
  });

  it('is asked for in the same statements and the same answer whether or not there is an account', async () => {
    const unknown = 'nobody-at-all@example.com';
    const of = (who: string) => app.statements(() => app.ask(visitor('198.51.100.77'), ASK, { email: who }));
    expect(await of(unknown)).toEqual(await of(email));
    const sent = await letters();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain(`To: ${email}`);
  });

  it('is asked for ten times in a quarter of an hour, and by aliases no more often', async () => {
    const asks = Array.from(
      { length: 12 },
      (_, n) => `a${n}: passwordResetRequest(input: { email: "many@example.com", portal: SUPPLIER }) { ${ERRORS} }`,
    );
    const codes = await codesOf(visitor('198.51.100.78'), `mutation { ${asks.join('\n')} }`, {});
    expect(codes).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
  });

  it('leaves neither link nor secret in the database', async () => {
    const token = await aLink();
    const [found] = await app.owner.query<{ text: string }>(
      'select string_agg(r::text, $1) as text from identity_password_reset r',
      [' '],
    );
    expect(found?.text).not.toContain(token);
    const jobs = await app.owner.query<{ text: string }>('select j::text as text from graphile_worker._private_jobs j');
    expect(jobs.map(({ text }) => text).join(' ')).not.toContain(token);
  });
});

it('takes an unknown account as long as a wrong password', async () => {
  const took = async (who: string, n: number) => {
    const begun = computed();
    await signIn('no such password', who, `203.0.113.${n}`);
    return computed() - begun;
  };
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const people = Array.from({ length: 12 }, () =>
    anActor(app, { id: planner.organisationId } as never, 'SUPPLIER_VIEWER'),
  );
  for (const [n, person] of people.entries()) {
    const known = await withPassword(app, await person);
    times.known.push(await took(known, n));
    times.unknown.push(await took(`unknown-${n}@example.com`, n + 100));
  }
  // The least of several is what the work costs; the rest is what else the machine was doing.
  const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
  expect(unknown / known).toBeGreaterThan(0.5);
  expect(unknown / known).toBeLessThan(2);
});
