/** How long the searches for what nobody thought of go on: little in every run, more at night, by the environment. */
export const effort = {
  /** Documents of one fuzz run. */
  fuzzRuns: Number(process.env.FUZZ_RUNS ?? 500),
  /** Where chance begins: other cases for another seed, the same for the same. */
  seed: Number(process.env.FUZZ_SEED ?? 20_261_128),
  /** Interleaved operations of the search for actors that bleed through the pool. */
  bleedOperations: Number(process.env.BLEED_OPERATIONS ?? 20_000),
  /** The same through a pooler in between. */
  poolerOperations: Number(process.env.POOLER_OPERATIONS ?? 5_000),
  /** Operations of which parts come late, when their transaction has ended. */
  lateOperations: Number(process.env.LATE_OPERATIONS ?? 3_000),
  /** Rows of the tables that searches are tried on. */
  searchRows: Number(process.env.SEARCH_ROWS ?? 3_000),
} as const;

/** Milliseconds of computing that this process has done: what else a machine is busy with does not count. */
export const computed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** For a test that measures time: a busy machine stalls once, and hardly three times on the same spot. */
export const IN_TIME = { retry: 2 } as const;

/** TICKETS=100000 measures the desk with so many, and says what it measured. */
export const TICKETS_ASKED = process.env['TICKETS'] ? Number(process.env['TICKETS']) : null;
