import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

let app: TestApp;
let buyer: Actor;
let warehouse: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  const company = await anOrganisation(app, 'company', 'Northwind');
  buyer = await anActor(app, company, 'BUYER');
  warehouse = await anActor(app, company, 'WAREHOUSE');
});
afterAll(() => app.close());

type Answer = {
  organisation: { id: string; name: string; version: number } | null;
  userErrors: { code: string; path: string[] }[];
};
const REGISTER = `mutation ($input: OrganisationRegisterInput!) { organisationRegister(input: $input) {
  organisation { id number name timeZone currency version } userErrors { code path } } }`;
const CHANGE = `mutation ($input: OrganisationChangeInput!) { organisationChange(input: $input) {
  organisation { id name isActive version } userErrors { code path } } }`;
const register = async (input: object) =>
  (await app.run<{ organisationRegister: Answer }>(buyer, REGISTER, { input })).data.organisationRegister;
const change = async (input: object) =>
  (await app.run<{ organisationChange: Answer }>(buyer, CHANGE, { input })).data.organisationChange;
const baltic = { number: 'SUP-7', name: 'Baltic Steel', isSupplier: true, isCustomer: false };

it('registers a supplier and tells so', async () => {
  const { organisation } = await register({
    ...baltic,
    timeZone: 'Europe/Riga',
    currency: 'EUR',
    country: 'LV',
  });
  expect(organisation).toMatchObject({
    number: 'SUP-7',
    timeZone: 'Europe/Riga',
    currency: 'EUR',
    version: 1,
  });
  const events = await app.owner.query(
    "select 1 from platform_event where name = 'identity.organisation.registered' and supplier_id is not null and customer_id is null",
  );
  expect(events).toHaveLength(1);
});

it('refuses a number that is taken, and values that cannot be', async () => {
  const refusal = async (more: object) => (await register({ ...baltic, number: 'SUP-8', ...more })).userErrors;
  expect(await refusal({ number: 'SUP-7' })).toEqual([{ code: 'NUMBER_TAKEN', path: ['input', 'number'] }]);
  expect(await refusal({ isSupplier: false })).toEqual([{ code: 'WRONG_SIDE', path: ['input', 'isSupplier'] }]);
  expect(await refusal({ name: ' ' })).toEqual([{ code: 'INVALID_VALUE', path: ['input', 'name'] }]);
  expect(await refusal({ timeZone: 'Mars/Olympus' })).toEqual([{ code: 'INVALID_VALUE', path: ['input', 'timeZone'] }]);
  expect(await refusal({ currency: 'euro' })).toEqual([{ code: 'INVALID_VALUE', path: ['input', 'currency'] }]);
});

it('changes a party, and notices a change in between', async () => {
  const { organisation } = await register({ ...baltic, number: 'SUP-9' });
  const input = { organisationId: organisation?.id, expectedVersion: 1, name: 'Baltic Steel AS' };
  expect(await change(input)).toMatchObject({
    organisation: { name: 'Baltic Steel AS', version: 2 },
    userErrors: [],
  });
  expect(await change(input)).toMatchObject({ organisation: null, userErrors: [{ code: 'STALE_OBJECT' }] });
});

it('does not let a warehouse register or change parties', async () => {
  const refused = [
    await app.run(warehouse, REGISTER, { input: baltic }),
    await app.run(warehouse, CHANGE, { input: { organisationId: 'x', expectedVersion: 1 } }),
  ];
  expect(refused.map(({ errors }) => errors?.[0]?.extensions['code'])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});
