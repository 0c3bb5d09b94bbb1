import type { DomainError } from '../../../kernel/domain-error.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import { asDatabaseError } from '../../../platform/db/database-error.ts';
import type { Database } from '../../../platform/db/database.ts';
import { asRefusal, ValueRefused } from '../../../platform/graphql/errors.ts';
import { requestRepegging } from '../../promising/pegging/repeg-request.service.ts';
import type { Columns } from '../csv/template.ts';
import { goodRows, type Batch, type Typed } from '../csv/typed-rows.ts';
import { Issues } from '../csv/issue.ts';
import { RowMalformed } from '../integrations.errors.ts';
import type { Loader } from './loader.ts';
import { addCounts, noRows, type Counts } from './upsert.ts';

/** One file on its way in: who loads it, what it is called in the report, its rows. */
export interface Step {
  readonly loader: Loader;
  readonly file: string;
  readonly batch: Batch<Columns>;
}

export type FileCounts = Counts & { readonly rows: number; readonly refused: number };
export type Follow = (done: number, total: number) => Promise<void>;

type Row = Typed<Columns>;
const ROWS_PER_TRANSACTION = 20_000;

/**
 * Loads files in the order given. A transaction holds whole documents, so nothing is half loaded; what the database
 * refuses is narrowed down to its document, and the others go in.
 */
export async function runImport(
  database: Database,
  actor: Actor,
  steps: readonly Step[],
  issues: Issues,
  follow: Follow = () => Promise.resolve(),
): Promise<Record<string, FileCounts>> {
  const total = steps.reduce((sum, { batch }) => sum + batch.rows.length, 0);
  let done = 0;
  const results = await inOrder(steps, async (step) => {
    await follow(done, total);
    const counts = await loadStep(database, actor, step, issues, (rows) => follow(done + rows, total));
    done += step.batch.rows.length;
    const loaded = counts.inserted + counts.updated + counts.unchanged;
    const refused = step.batch.rows.length - loaded;
    return [step.file, { ...counts, rows: step.batch.rows.length, refused }] as const;
  });
  if (results.some(([, counts]) => counts.inserted + counts.updated > 0))
    await database.transact(actor, requestRepegging);
  return Object.fromEntries(results);
}

async function loadStep(
  database: Database,
  actor: Actor,
  step: Step,
  issues: Issues,
  follow: (rows: number) => Promise<void>,
): Promise<Counts> {
  const documents = [...Map.groupBy(goodRows(step.batch), ({ $document }) => $document).values()];
  let done = 0;
  const counts = await inOrder(portionsOf(documents), async (portion) => {
    const loaded = await loadDocuments(database, actor, step, portion, issues);
    done += portion.reduce((sum, rows) => sum + rows.length, 0);
    await follow(done);
    return loaded;
  });
  return counts.reduce(addCounts, noRows);
}

/** Whole documents, as many as fit one transaction. */
function* portionsOf(documents: readonly Row[][]): Generator<Row[][]> {
  let portion: Row[][] = [];
  let size = 0;
  for (const document of documents) {
    if (size > 0 && size + document.length > ROWS_PER_TRANSACTION) {
      yield portion;
      [portion, size] = [[], 0];
    }
    portion.push(document);
    size += document.length;
  }
  if (size > 0) yield portion;
}

async function loadDocuments(
  database: Database,
  actor: Actor,
  step: Step,
  documents: readonly Row[][],
  issues: Issues,
): Promise<Counts> {
  try {
    const [found, counts] = await database.transact(actor, async (work) => {
      work.nameAct(`import.${step.loader.template.name}`);
      const found = new Issues();
      const loading = { work, file: step.file, issues: found, blocked: new Set<string>() };
      return [found, await step.loader.load(loading, documents.flat())] as const;
    });
    for (const { file, line, field, error, severity } of found.all) issues.add(file, line, field, error, severity);
    return counts;
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    if (documents.length > 1) return loadHalves(database, actor, step, documents, issues);
    issues.add(step.file, documents[0]?.[0]?.$line ?? null, null, refusal);
    return noRows;
  }
}

async function loadHalves(
  ...[database, actor, step, documents, issues]: Parameters<typeof loadDocuments>
): Promise<Counts> {
  const middle = Math.ceil(documents.length / 2);
  const first = await loadDocuments(database, actor, step, documents.slice(0, middle), issues);
  const second = await loadDocuments(database, actor, step, documents.slice(middle), issues);
  return addCounts(first, second);
}

/** What a constraint of the database says about a row, in its own words where nobody gave it better ones. */
function refusalOf(error: unknown): DomainError | null {
  const known = asRefusal(error);
  if (known && !(known instanceof ValueRefused)) return known;
  const refused = asDatabaseError(error);
  return refused?.code.startsWith('23') || refused?.code.startsWith('22')
    ? new RowMalformed({ reason: refused.constraint ?? refused.message })
    : null;
}
