import { createHash } from 'node:crypto';
import { Kind, parse, validate, GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { Database } from '../../../server/src/platform/db/database.ts';
import { readerOf } from '../../../server/src/platform/graphql/audience.ts';
import { Context } from '../../../server/src/platform/graphql/context.ts';
import { maskError } from '../../../server/src/platform/graphql/errors.ts';
import { DirectOperation } from '../../../server/src/platform/graphql/direct.ts';
import { executorFor, schemas, type TestApp } from '../../support/app.ts';

/** What somebody is told: everything of it, errors and all, as the server would send it. */
export interface Told {
  /** The answer of each way that answers: the executor's, and where the direct way is open, its own. */
  readonly ways: readonly string[];
  /** All of them, one under the other. */
  readonly text: string;
  /** What went wrong on our side while answering. */
  readonly faults: readonly unknown[];
  /** The texts of the statements it took: two answers of the same statements take the same way, and the same time. */
  readonly statements: readonly string[];
}

/**
 * Asks as the server would, on both of its ways: as it answers everybody, and as it answers the portals' documents. It
 * leaves nothing behind: every transaction is rolled back instead of committed.
 */
export class Asker {
  probes = 0;
  /** How many of them the direct way answered as well. */
  direct = 0;
  /** Whether commands load what is anybody's: how a leak is planted. */
  hasNoPartyFilter = false;
  private readonly undoing: Database;
  private readonly known = new Map<GraphQLSchema, Known>();
  /** Added to every document, so that no plan or compiled query of an earlier round is used again. */
  private round = '';
  private rounds = 0;

  constructor(private readonly app: TestApp) {
    const begin: Database['begin'] = async (actor, mode) => {
      const work = await app.database.begin(actor, mode);
      if (this.hasNoPartyFilter) work.em.addFilter({ name: 'party', args: false, cond: () => ({}) });
      work.commit = async () => {
        if (mode === 'write') await work.em.flush();
        await work.rollback();
      };
      return work;
    };
    const transact: Database['transact'] = async (actor, run, mode = 'write') => {
      const work = await begin(actor, mode);
      try {
        return await run(work);
      } finally {
        await work.rollback();
      }
    };
    this.undoing = Object.assign(Object.create(app.database) as Database, { begin, transact });
  }

  newRound(name: string): void {
    this.round = `# ${++this.rounds} ${name}\n`;
    for (const { documents, operations } of this.known.values()) {
      documents.clear();
      operations.clear();
    }
  }

  async ask(actor: Actor, source: string, variables: Record<string, unknown> = {}): Promise<Told> {
    this.probes++;
    const text = this.round + source;
    const schema = schemas.of(readerOf(actor));
    const executor = executorFor(readerOf(actor));
    const document = this.documentOf(schema, source);
    const request = {
      document,
      operation: document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION),
      operationName: null,
      queryHash: createHash('sha256').update(text).digest('hex'),
      request: { variables },
      context: new Context(actor, this.undoing, this.app.clock, this.app.response),
    };
    const faults: unknown[] = [];
    let answer: { data?: unknown; errors?: readonly GraphQLError[] } = {};
    let direct: string | null = null;
    const statements = await this.app.statements(async () => {
      answer = (await executor(request as never)) as typeof answer;
      const context = new Context(actor, this.undoing, this.app.clock, this.app.response);
      direct = (await this.directOf(schema, text)?.answer(context, variables)) ?? null;
    });
    const mask = maskError((_incident, error) => void faults.push(error));
    // The compiler makes some errors that are none of GraphQL's own.
    const errors = answer.errors?.map((error) =>
      mask(error instanceof GraphQLError ? error.toJSON() : { message: (error as Error).message }, error),
    );
    const ways = [JSON.stringify({ data: answer.data, errors }), ...(direct === null ? [] : [direct])].map(plain);
    if (direct !== null) this.direct++;
    return { ways, text: ways.join('\n'), faults, statements };
  }

  /** What is asked of four ids in a row is one text: it is read once in a round, and judged once. */
  private documentOf(schema: GraphQLSchema, source: string): DocumentNode {
    const { judged, documents } = this.knownOf(schema);
    const text = this.round + source;
    const known = documents.get(text);
    if (known) return known;
    const document = parse(text, { noLocation: true });
    const wrong = judged.has(source) ? [] : validate(schema, document);
    if (wrong.length > 0) throw new Error(`${source}\n${wrong.map(({ message }) => message).join('\n')}`);
    judged.add(source);
    // Trees are large, and most are asked for once.
    if (documents.size >= MOST_DOCUMENTS) documents.clear();
    documents.set(text, document);
    return document;
  }

  private knownOf(schema: GraphQLSchema): Known {
    let known = this.known.get(schema);
    if (!known) this.known.set(schema, (known = { judged: new Set(), documents: new Map(), operations: new Map() }));
    return known;
  }

  private directOf(schema: GraphQLSchema, text: string): DirectOperation | null {
    const { operations } = this.knownOf(schema);
    let operation = operations.get(text);
    if (operation === undefined) operations.set(text, (operation = DirectOperation.of(schema, text)));
    return operation;
  }
}

/** What is known of texts: which are right, and what became of those of this round. */
interface Known {
  readonly judged: Set<string>;
  readonly documents: Map<string, DocumentNode>;
  readonly operations: Map<string, DirectOperation | null>;
}

const MOST_DOCUMENTS = 200;

/** Cursors opened, so that what they carry is seen; numbers of incidents are of no interest. */
function plain(text: string): string {
  return text
    .replaceAll(/"(W1[\w-]{30,})"/g, (_, cursor: string) => Buffer.from(cursor, 'base64url').toString('utf8'))
    .replaceAll(/incident [0-9a-f-]{36}|"incident":"[^"]*"/g, 'incident');
}
