import type { Actor } from '../../server/src/platform/access/actor.ts';
import { readerOf } from '../../server/src/platform/graphql/audience.ts';
import { Context } from '../../server/src/platform/graphql/context.ts';
import { DirectOperations } from '../../server/src/platform/graphql/direct.ts';
import { schemas, type TestApp } from './app.ts';

/** The answer of the direct way, read; null where it leaves the document to the executor. */
export async function direct(
  app: TestApp,
  actor: Actor,
  document: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const schema = schemas.of(readerOf(actor));
  const context = new Context(actor, app.database, app.clock, app.response);
  const text = await new DirectOperations(schema).answer(document, context, variables);
  return text === null ? null : JSON.parse(text);
}
