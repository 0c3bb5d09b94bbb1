import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';

let app: TestApp;
let buyer: Actor;
let planner: Actor;
let stranger: string;

beforeAll(async () => {
  app = await TestApp.start();
  buyer = await anActor(app, await anOrganisation(app, 'company', 'Northwind'), 'BUYER');
  planner = await anActor(app, await anOrganisation(app, 'supplier', 'Alpine Bearings'), 'SUPPLIER_PLANNER');
  stranger = (await anOrganisation(app, 'supplier', 'Baltic Steel')).id.replaceAll('-', '');
});
afterAll(() => app.close());

type Names = {
  organisations: {
    nodes: { name: string }[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
};

it('lists organisations page by page, in one statement', async () => {
  const document =
    'query ($after: String) { organisations(first: 2, after: $after, sort: NAME) { nodes { id name } totalCount pageInfo { hasNextPage endCursor } } }';
  let first!: Names;
  const statements = await app.statements(async () => (first = await app.ask<Names>(buyer, document)));
  expect(statements).toHaveLength(1);
  expect(first.organisations).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(first.organisations.nodes.map(({ name }) => name)).toEqual(['Alpine Bearings', 'Baltic Steel']);
  const second = await app.ask<Names>(buyer, document, { after: first.organisations.pageInfo.endCursor });
  expect(second.organisations.nodes.map(({ name }) => name)).toEqual(['Northwind']);
});

it('does not let a supplier list organisations: the field does not exist for him', async () => {
  const { errors } = await app.run(planner, '{ organisations(first: 1) { nodes { id } } }');
  expect(errors?.[0]?.message).toContain('Cannot query field "organisations"');
});

it('answers a foreign organisation and an unknown one alike', async () => {
  const find = 'query ($id: ID!) { node(id: $id) { id ... on Organisation { name } } organisation(id: $id) { name } }';
  const foreign = await app.run(planner, find, { id: `org_${stranger}` });
  const unknown = await app.run(planner, find, { id: 'org_0198c5c60000700080000000000000ff' });
  expect(foreign).toEqual({ data: { node: null, organisation: null } });
  expect(unknown).toEqual(foreign);
  const own = await app.run(planner, find, { id: `org_${planner.organisationId?.replaceAll('-', '')}` });
  expect(own.data).toMatchObject({ node: { name: 'Alpine Bearings' } });
});
