import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../support/app.ts';

let app: TestApp;
let url: string;

beforeAll(async () => {
  app = await TestApp.start();
  ({ url } = await app.listen());
});
afterAll(() => app.close());

// GraphQL over HTTP, as the reference implementation audits it: see https://github.com/graphql/graphql-http.
const audits = serverAudits({ url: () => `${url}/graphql` });
const wanted = audits.filter(({ name }) => /^(MUST|SHOULD)/.test(name));

it('has audits to pass', () => {
  expect(wanted.length).toBeGreaterThan(30);
});

it.each(wanted.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
  const answer = await audit.fn();
  expect(answer.status === 'ok' ? 'ok' : `${answer.status}: ${answer.reason}`).toBe('ok');
});
