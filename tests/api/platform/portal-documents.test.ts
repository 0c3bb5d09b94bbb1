import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  getNamedType,
  isEnumType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { projectFolder } from '../../../server/src/platform/config.ts';
import { readerOf } from '../../../server/src/platform/graphql/audience.ts';
import { Context } from '../../../server/src/platform/graphql/context.ts';
import { DirectQueries } from '../../../server/src/platform/graphql/direct.ts';
import { declaredShapes } from '../../../server/src/platform/read/shape.ts';
import { schemas, TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';

interface Trusted {
  readonly name: string;
  readonly portal: string;
  readonly document: string;
}

const file = readFileSync(join(projectFolder, 'schema/trusted-documents.json'), 'utf8');
const queries = Object.values(JSON.parse(file) as Record<string, Trusted>)
  .filter(({ document }) => document.startsWith('query'))
  .sort((a, b) => a.name.localeCompare(b.name));

let app: TestApp;
let actors: Record<string, Actor>;

beforeAll(async () => {
  app = await TestApp.start();
  const admin = await anActor(app, await anOrganisation(app, 'company'), 'ADMIN', 'BUYER', 'PLANNER', 'WAREHOUSE');
  actors = {
    admin,
    shared: admin,
    supplier: await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN'),
    customer: await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN'),
  };
});
afterAll(() => app.close());

const operationOf = (document: string): OperationDefinitionNode => {
  const found = parse(document).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new Error('no operation');
  return found;
};

const KEY = '0198c5c600007000800000000000beef';

/** Values for the variables that must be given: plausible ones, with `id` as every id. */
function variablesOf(schema: GraphQLSchema, operation: OperationDefinitionNode, id: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, node as never);
    if (!isNonNullType(type) || defaultValue) continue;
    const named = getNamedType(type);
    const plain: Record<string, unknown> = { Int: 5, ID: id, Boolean: true, Date: '2026-11-02', Float: 1 };
    values[variable.name.value] = isEnumType(named) ? named.getValues()[0]?.name : (plain[named.name] ?? 'text');
  }
  return values;
}

interface Answered {
  readonly text: string | null;
  readonly statements: number;
  readonly variables: Record<string, unknown>;
}

async function answer({ portal, document }: Trusted, id: string): Promise<Answered> {
  const actor = actors[portal] as Actor;
  const schema = schemas.get(readerOf(actor)) as GraphQLSchema;
  const variables = variablesOf(schema, operationOf(document), id);
  let text: string | null = null;
  const statements = await app.statements(async () => {
    const context = new Context(actor, app.database, app.clock, app.response);
    text = await new DirectQueries(schema).answer(document, context, variables);
  });
  return { text, statements: statements.length, variables };
}

/** Ids are opaque, so every kind of id is tried until all root fields reach the database. */
async function answerWithIds(query: Trusted): Promise<Answered> {
  const roots = operationOf(query.document).selectionSet.selections.length;
  let best = await answer(query, `org_${KEY}`);
  if (!query.document.includes('ID')) return best;
  for (const { prefix } of declaredShapes()) {
    if (best.text !== null && best.statements >= roots) return best;
    const next = await answer(query, `${prefix}_${KEY}`);
    if (next.statements > best.statements || best.text === null) best = next;
  }
  return best;
}

/** Documents that the executor answers, and why. */
const THE_LONG_WAY: Readonly<Record<string, string>> = {};

describe('every query of the portals', () => {
  it.each(queries)('$name is answered with finished text, one statement for each root field', async (query) => {
    const { text, statements, variables } = await answerWithIds(query);
    if (THE_LONG_WAY[query.name]) return expect(text).toBeNull();
    expect(text).not.toBeNull();
    expect(statements).toBe(operationOf(query.document).selectionSet.selections.length);
    const slow = await app.run(actors[query.portal] as Actor, query.document, variables);
    expect(JSON.parse(text ?? '')).toEqual(JSON.parse(JSON.stringify(slow)));
  });
});
