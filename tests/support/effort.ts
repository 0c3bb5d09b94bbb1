/** How long the searches for what nobody thought of go on: little in every run, more at night, by the environment. */
export const effort = {
  /** Documents of one fuzz run. */
  fuzzRuns: Number(process.env.FUZZ_RUNS ?? 500),
  /** The seed of a run that found something. */
  fuzzSeed: Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31),
  /** Interleaved operations of the search for actors that bleed through the pool. */
  bleedOperations: Number(process.env.BLEED_OPERATIONS ?? 20_000),
  /** The same through a pooler in between. */
  poolerOperations: Number(process.env.POOLER_OPERATIONS ?? 5_000),
  /** Operations of which parts come late, when their transaction has ended. */
  lateOperations: Number(process.env.LATE_OPERATIONS ?? 3_000),
  /** Rows of the tables that searches are tried on. */
  searchRows: Number(process.env.SEARCH_ROWS ?? 3_000),
} as const;

/** TICKETS=100000 measures the desk with so many, and says what it measured. */
export const TICKETS_ASKED = process.env['TICKETS'] ? Number(process.env['TICKETS']) : null;
