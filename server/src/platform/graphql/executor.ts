import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { isWorthAnotherTry } from '../db/database-error.ts';
import type { Context } from './context.ts';
import { holdsDecimals } from './exact-literals.ts';

const MOST_COMPILED = 500;
const TRIES = 4;

/**
 * Runs each operation as one transaction: queries compiled once and kept, mutations by graphql-js, because the compiler
 * refuses an input field that is left out although it has a default, and so is what it would compile wrongly. One per
 * audience, over that audience's schema.
 */
export function compilingExecutor(schema: GraphQLSchema): GatewayExecutor {
  const compiled = new LRUCache<string, CompiledQuery>({ max: MOST_COMPILED });
  const compiledFor = (document: DocumentNode, key: string, name: string | null): CompiledQuery | ExecutionResult => {
    const known = compiled.get(key);
    if (known) return known;
    const made = compileQuery(schema, document, name ?? undefined);
    if (isCompiledQuery(made)) compiled.set(key, made);
    return made;
  };
  const interpreted = new WeakMap<DocumentNode, boolean>();
  const isInterpreted = (document: DocumentNode, { operation }: OperationDefinitionNode): boolean => {
    if (operation === OperationTypeNode.MUTATION) return true;
    const known = interpreted.get(document) ?? holdsDecimals(schema, document);
    interpreted.set(document, known);
    return known;
  };
  return async ({ document, queryHash, operationName, operation, request, context }) => {
    const variables = { ...defaultsOf(operation), ...request.variables };
    const owner = context as unknown as Context;
    if (isInterpreted(document, operation)) {
      const args = { schema, document, operationName, variableValues: variables };
      return operateWithRetry(owner, operation, async (contextValue) =>
        asAsked(await execute({ ...args, contextValue })),
      );
    }
    const query = compiledFor(document, `${queryHash} ${operationName ?? ''}`, operationName);
    if (!isCompiledQuery(query)) return proper(query);
    return operateWithRetry(owner, operation, async (own) =>
      asAsked(proper(await query.query(undefined, own, variables))),
    );
  };
}

/** Values of variables that are left out. The compiler overlooks the default of a variable that must not be null. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, defaultValue } of variableDefinitions)
    if (defaultValue) values[variable.name.value] = valueFromASTUntyped(defaultValue);
  return values;
}

/** The executor as Apollo takes it. */
export function asGateway(schema: GraphQLSchema): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () => Promise.resolve({ executor: compilingExecutor(schema) }),
    stop: () => Promise.resolve(),
  };
}

async function operateWithRetry(
  context: Context,
  operation: OperationDefinitionNode,
  run: (context: Context) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const mode = operation.operation === OperationTypeNode.MUTATION ? 'write' : 'read';
  const hasSeveralActs = mode === 'write' && isMany(operation);
  const hasFailed = (result: ExecutionResult) =>
    lostARace(result) || (!hasSeveralActs && Boolean(result.errors?.length));
  for (let attempt = 1; attempt < TRIES; attempt++) {
    try {
      const result = await context.operate(mode, hasSeveralActs, run, hasFailed);
      if (!lostARace(result)) return result;
    } catch (error) {
      if (!isWorthAnotherTry(error)) throw error;
    }
  }
  return context.operate(mode, hasSeveralActs, run, hasFailed);
}

const lostARace = (result: ExecutionResult): boolean =>
  result.errors?.some((error) => isWorthAnotherTry(error.originalError)) ?? false;

/** Whether an operation may have more than one root field; behind a fragment it is not worth finding out. */
function isMany({ selectionSet: { selections } }: OperationDefinitionNode): boolean {
  return selections.length > 1 || selections[0]?.kind !== Kind.FIELD;
}

// The compiler's errors are no GraphQL errors, or some without extensions; Apollo formats only whole ones.
function proper(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  return {
    ...result,
    errors: result.errors.map((error) =>
      error instanceof GraphQLError && Boolean(error.extensions)
        ? error
        : new GraphQLError((error as Error).message, {
            path: error.path ?? null,
            originalError: error.originalError ?? error,
            extensions: error.extensions,
          }),
    ),
  };
}

/** Nothing was run because a variable cannot be what was sent: that is a mistake of who asks. */
function asAsked(result: ExecutionResult): ExecutionResult {
  if (!result.errors || result.data !== undefined) return result;
  const errors = result.errors.map((error) => {
    if (error.extensions['code'] !== undefined) return error;
    return new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
  });
  return { ...result, errors };
}
