import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
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
import { toGlobalId } from '../../server/src/kernel/id.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { projectFolder } from '../../server/src/platform/project-folder.ts';
import { readerOf } from '../../server/src/platform/graphql/audience.ts';
import { Context } from '../../server/src/platform/graphql/context.ts';
import { DirectOperations } from '../../server/src/platform/graphql/direct.ts';
import { declaredShapes } from '../../server/src/platform/read/shape.ts';
import { schemas, type TestApp } from './app.ts';

/** A document that a portal was built with. */
export interface PortalDocument {
  readonly name: string;
  readonly portal: string;
  readonly document: string;
}

/** Every query of the portals. */
export function portalQueries(): PortalDocument[] {
  const text = readFileSync(join(projectFolder, 'schema/trusted-documents.json'), 'utf8');
  return Object.values(JSON.parse(text) as Record<string, PortalDocument>)
    .filter(({ document }) => document.startsWith('query'))
    .sort((a, b) => a.name.localeCompare(b.name));
}

export function operationOf(document: string): OperationDefinitionNode {
  const found = parse(document).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!found) throw new Error('no operation');
  return found;
}

/** Plausible values for the variables that must be given, with `id` as every id. */
function variablesOf(schema: GraphQLSchema, document: string, id: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, type: node, defaultValue } of operationOf(document).variableDefinitions ?? []) {
    const type = typeFromAST(schema, node as never);
    if (!isNonNullType(type) || defaultValue) continue;
    const named = getNamedType(type);
    const plain: Record<string, unknown> = {
      Int: 5,
      ID: id,
      Boolean: true,
      Date: '2026-11-02',
      Float: 1,
      Decimal: '1',
    };
    values[variable.name.value] = isEnumType(named) ? named.getValues()[0]?.name : (plain[named.name] ?? 'text');
  }
  return values;
}

const NO_ROW = '0198c5c6-0000-7000-8000-00000000beef';

/** A row of every kind that the actor may see, by its global id; a made-up id where there is none. */
export function visibleIds(app: TestApp, actor: Actor): Promise<string[]> {
  return app.database.transact(
    actor,
    async (work) => {
      const ids: string[] = [];
      for (const { prefix, table, visible } of declaredShapes()) {
        const rule = actor.audience === 'NOBODY' || actor.audience === 'SYSTEM' ? 'all' : visible[actor.audience];
        if (!rule) continue;
        const condition = rule === 'all' ? 'true' : rule('r');
        const { rows } = await sql
          .raw<{ id: string }>(`select id from ${table} r where ${condition} order by id desc limit 1`)
          .execute(work.sql);
        ids.push(toGlobalId(prefix, rows[0]?.id ?? NO_ROW));
      }
      return ids;
    },
    'read',
  );
}

/** How a document was answered with finished text. */
export interface DirectAnswer {
  readonly text: string | null;
  readonly statements: number;
  readonly variables: Record<string, unknown>;
}

async function once(
  app: TestApp,
  actor: Actor,
  { document }: PortalDocument,
  id: string,
  more: object,
): Promise<DirectAnswer> {
  const schema = schemas.of(readerOf(actor));
  const variables = { ...variablesOf(schema, document, id), ...more };
  let text: string | null = null;
  const statements = await app.statements(async () => {
    const context = new Context(actor, app.database, app.clock, app.response);
    text = await new DirectOperations(schema).answer(document, context, variables);
  });
  return { text, statements: statements.length, variables };
}

const isFull = ({ text }: DirectAnswer): boolean =>
  Object.values((JSON.parse(text ?? '{}') as { data?: object }).data ?? { none: null }).every((root) => root !== null);

/** Ids are opaque: each kind of id is tried until one is found that the document is about. */
export async function directAnswer(
  app: TestApp,
  actor: Actor,
  query: PortalDocument,
  ids: readonly string[],
  more: object = {},
): Promise<DirectAnswer> {
  let best = await once(app, actor, query, ids[0] ?? '', more);
  if (!query.document.includes('ID')) return best;
  for (const id of ids) {
    if (isFull(best)) return best;
    const next = await once(app, actor, query, id, more);
    if (isFull(next) || next.statements > best.statements) best = next;
  }
  return best;
}
