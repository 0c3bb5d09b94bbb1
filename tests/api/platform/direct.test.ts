import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestApp } from '../../support/app.ts';
import { direct as answerDirectly } from '../../support/direct.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';

let app: TestApp;
let buyer: Actor;
let planner: Actor;

beforeAll(async () => {
  app = await TestApp.start();
  buyer = await anActor(app, await anOrganisation(app, 'company', 'Northwind'), 'BUYER');
  planner = await anActor(app, await anOrganisation(app, 'supplier', 'Alpine "Bearings" 轴承'), 'SUPPLIER_PLANNER');
  for (const name of ['Baltic Steel', 'Cobalt', 'Dune']) await anOrganisation(app, 'supplier', name);
});
afterAll(() => app.close());

const direct = (actor: Actor, document: string, variables: Record<string, unknown> = {}) =>
  answerDirectly(app, actor, document, variables);

const page = `query ($first: Int!, $after: String) {
  list: organisations(first: $first, after: $after, sort: NAME) {
    __typename totalCount
    nodes { __typename id name label: number }
    edges { cursor node { ...Facts } }
    pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor }
  }
} fragment Facts on Organisation { currency createdAt isActive }`;

describe('the direct way', () => {
  it('answers as the executor does, page after page', async () => {
    let after: string | null = null;
    for (let n = 0; n < 3; n++) {
      const slow: { data: { list: { pageInfo: { endCursor: string } } } } = await app.run(buyer, page, {
        first: 2,
        after,
      });
      expect(await direct(buyer, page, { first: 2, after })).toEqual(slow);
      after = slow.data.list.pageInfo.endCursor;
    }
  });

  it('answers a single object, an unknown one and a foreign one as the executor does', async () => {
    const document = 'query ($id: ID!) { organisation(id: $id) { __typename name } }';
    const [own, company] = [planner.organisationId, buyer.organisationId].map((id) => `org_${id?.replaceAll('-', '')}`);
    const foreign = `org_${(await anOrganisation(app, 'supplier')).id.replaceAll('-', '')}`;
    for (const id of [own, company, foreign, 'org_0198c5c60000700080000000000000ff', 'nonsense']) {
      expect(await direct(planner, document, { id })).toEqual(await app.run(planner, document, { id }));
    }
  });

  it('is one statement', async () => {
    expect(await app.statements(() => direct(buyer, page, { first: 2 }))).toHaveLength(1);
  });

  it('answers what a resolver puts together from several statements', async () => {
    await app.owner.query("update identity_organisation set phone = '+358 40 1234567' where id = $1", [
      planner.organisationId,
    ]);
    const document = 'query { callers(phone: "+358401234567") { organisation { name } contact { name } } }';
    const answer = await direct(buyer, document);
    expect(answer).toEqual(await app.run(buyer, document));
    expect(answer).toMatchObject({ data: { callers: [{ organisation: { name: 'Alpine "Bearings" 轴承' } }] } });
  });

  it('leaves to the executor what has an error, a condition, or a field of another audience', async () => {
    expect(await direct(buyer, page, { first: 0 })).toBeNull();
    expect(await direct(buyer, page, {})).toBeNull();
    expect(await direct(planner, page, { first: 2 })).toBeNull();
    expect(
      await direct(buyer, 'query ($x: Boolean!) { organisations(first: 1) { nodes { id @include(if: $x) } } }', {
        x: true,
      }),
    ).toBeNull();
  });
});

describe('the executor', () => {
  it('gives a variable that must not be null its default', async () => {
    const document =
      'query ($first: Int! = 2, $sort: OrganisationSort! = NAME) { organisations(first: $first, sort: $sort) { nodes { name } } }';
    const { organisations } = await app.ask<{ organisations: { nodes: unknown[] } }>(buyer, document);
    expect(organisations.nodes).toHaveLength(2);
  });
});
