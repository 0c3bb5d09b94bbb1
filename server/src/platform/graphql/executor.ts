import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import {
  execute,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { isWorthAnotherTry } from '../db/database-error.ts';
import type { Context } from './context.ts';

const MOST_COMPILED = 500;
const TRIES = 4;

/**
 * Runs each operation as one transaction: queries compiled once and kept, mutations by graphql-js, because the compiler
 * refuses an input field that is left out although it has a default. One per audience, over that audience's schema.
 */
export function compilingExecutor(schema: GraphQLSchema): GatewayExecutor {
  const compiled = new LRUCache<string, CompiledQuery>({ max: MOST_COMPILED });
  const compiledFor = (
    document: DocumentNode,
    key: string,
    name: string | null,
  ): CompiledQuery | ExecutionResult => {
    const known = compiled.get(key);
    if (known) return known;
    const made = compileQuery(schema, document, name ?? undefined);
    if (isCompiledQuery(made)) compiled.set(key, made);
    return made;
  };
  return async ({ document, queryHash, operationName, operation, request, context }) => {
    const variables = request.variables ?? {};
    const owner = context as unknown as Context;
    if (operation.operation === OperationTypeNode.MUTATION) {
      const args = { schema, document, operationName, contextValue: context, variableValues: variables };
      return operateWithRetry(owner, operation, () => Promise.resolve(execute(args)));
    }
    const query = compiledFor(document, `${queryHash} ${operationName ?? ''}`, operationName);
    if (!isCompiledQuery(query)) return proper(query);
    return operateWithRetry(owner, operation, async () =>
      proper((await query.query(undefined, context, variables)) as ExecutionResult),
    );
  };
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
  run: () => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const mode = operation.operation === 'mutation' ? 'write' : 'read';
  const acts = operation.selectionSet.selections;
  const hasSeveralActs = mode === 'write' && (acts.length > 1 || acts[0]?.kind !== Kind.FIELD);
  const hasFailed = (result: ExecutionResult) => (result.errors?.length ?? 0) > 0 && !hasSeveralActs;
  for (let attempt = 1; ; attempt++) {
    const lost = (result: ExecutionResult) =>
      result.errors?.some((error) => isWorthAnotherTry(error.originalError)) ?? false;
    try {
      const result = await context.operate(
        mode,
        hasSeveralActs,
        run,
        (answer) => hasFailed(answer) || lost(answer),
      );
      if (!lost(result) || attempt === TRIES) return result;
    } catch (error) {
      if (!isWorthAnotherTry(error) || attempt === TRIES) throw error;
    }
  }
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
            path: (error as GraphQLError).path ?? null,
            originalError: (error as GraphQLError).originalError ?? error,
            extensions: (error as GraphQLError).extensions,
          }),
    ),
  };
}
