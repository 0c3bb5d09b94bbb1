import { afterAll, beforeAll, expect, it } from 'vitest';
import { nobody } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { corridor } from '../../support/command-line.ts';
import { PASSWORD } from '../../support/factories/identity.ts';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app.close());

const visitor = nobody('en', '198.51.100.1');
const account = ['account', 'create', '--organisation', 'N-1', '--audience', 'STAFF', '--roles', 'ADMIN', 'BUYER'];

it('lets the first person of a new installation in', async () => {
  expect(await corridor(app, ['company', 'create', '--number', 'N-1', '--name', 'Northwind'])).toEqual({
    code: 0,
    output: 'Northwind is entered as N-1.\n',
    errors: '',
  });
  const invited = await corridor(app, [...account, '--email', 'first@northwind.example']);
  const token = /https:\/\/corridor\.example\/admin\/invite\/(\S+)/.exec(invited.output)?.[1];
  expect(
    await app.ask(visitor, 'query ($token: String!) { invitation(token: $token) { email organisationName } }', {
      token,
    }),
  ).toEqual({
    invitation: { email: 'first@northwind.example', organisationName: 'Northwind' },
  });
  const made = await corridor(
    app,
    [...account, '--email', 'second@northwind.example', '--password-stdin'],
    `${PASSWORD}\n`,
  );
  expect(made).toMatchObject({ code: 0, output: 'second@northwind.example can sign in.\n' });
  const SIGN_IN =
    'mutation ($input: SignInInput!) { signIn(input: $input) { viewer { membership { roles } } userErrors { code } } }';
  const input = { email: 'second@northwind.example', password: PASSWORD, portal: 'STAFF' };
  expect(await app.ask(visitor, SIGN_IN, { input })).toMatchObject({
    signIn: { viewer: { membership: { roles: ['ADMIN', 'BUYER'] } } },
  });
});

it('says in one sentence what is wrong', async () => {
  const second = await corridor(app, ['company', 'create', '--number', 'N-2', '--name', 'Southwind']);
  expect(second).toEqual({ code: 1, output: '', errors: 'The company is entered already\n' });
  const unknown = await corridor(app, [
    'account',
    'create',
    '--organisation',
    'N-9',
    '--audience',
    'STAFF',
    '--roles',
    'ADMIN',
    '--email',
    'x@example.com',
  ]);
  expect(unknown).toEqual({ code: 1, output: '', errors: 'There is no organisation with the number N-9.\n' });
});
