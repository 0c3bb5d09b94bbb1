import type { RawBuilder } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];
/** Reads what a file says, with the names of its columns. */
export type Reads = (work: Work) => Promise<Rows>;

/** The rows of one query. */
export const reads =
  (query: RawBuilder<Record<string, unknown>>): Reads =>
  async (work) =>
    (await query.execute(work.sql)).rows;
