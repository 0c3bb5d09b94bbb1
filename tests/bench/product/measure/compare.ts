import type { ContenderName } from '../contenders/contender.ts';
import type { Slice } from './http-load.ts';
import { geometricMean, median, quantile, shuffled, spread } from './statistics.ts';

/** One slice of one contender, with the processor time it took. */
export interface Run extends Slice {
  readonly serverMs: number;
  readonly databaseMs: number;
}

/** `control` is the limit a second time: what its ratio to the limit strays from 1 is the noise of this machine. */
export type Lane = ContenderName | 'control';

export type Runs = ReadonlyMap<Lane, readonly Run[]>;

/** Runs every lane once per round, in a new order each round. */
export async function alternate(
  lanes: readonly Lane[],
  rounds: number,
  run: (lane: Lane) => Promise<Run>,
): Promise<Runs> {
  const runs = new Map<Lane, Run[]>(lanes.map((lane) => [lane, []]));
  for (let round = 0; round < rounds; round++) {
    for (const lane of shuffled(lanes)) runs.get(lane)?.push(await run(lane));
  }
  return runs;
}

export interface Row {
  readonly operation: string;
  readonly contender: Lane;
  readonly requestsPerSecond: number;
  /** Of the server and of Postgres together. */
  readonly cpuMsPerRequest: number;
  readonly serverCpuMsPerRequest: number;
  readonly databaseCpuMsPerRequest: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Requests a second over the limit's, of the same round. */
  readonly ratioToLimit: number | null;
  /** The limit's processor time over ours, of the same round. */
  readonly cpuRatioToLimit: number | null;
  readonly ratioToPeer: number | null;
  /** Half of the runs lie within this share of the median. */
  readonly spread: number;
  readonly requests: number;
}

const speed = (run: Run): number => run.requests / run.seconds;
const cpu = (run: Run): number => (run.serverMs + run.databaseMs) / run.requests;

function paired(
  mine: readonly Run[],
  theirs: readonly Run[] | undefined,
  ratio: (a: Run, b: Run) => number,
): number | null {
  if (!theirs) return null;
  return median(mine.flatMap((run, round) => (theirs[round] ? [ratio(run, theirs[round])] : [])));
}

export function rowOf(operation: string, lane: Lane, runs: Runs): Row {
  const mine = runs.get(lane) ?? [];
  const of = (value: (run: Run) => number): number => median(mine.map(value));
  const limit = runs.get('limit');
  return {
    operation,
    contender: lane,
    requestsPerSecond: of(speed),
    cpuMsPerRequest: of(cpu),
    serverCpuMsPerRequest: of((run) => run.serverMs / run.requests),
    databaseCpuMsPerRequest: of((run) => run.databaseMs / run.requests),
    p50Ms: of((run) => quantile(run.latencies, 0.5)),
    p99Ms: of((run) => quantile(run.latencies, 0.99)),
    ratioToLimit: paired(mine, limit, (a, b) => speed(a) / speed(b)),
    cpuRatioToLimit: paired(mine, limit, (a, b) => cpu(b) / cpu(a)),
    ratioToPeer: paired(mine, runs.get('peer'), (a, b) => speed(a) / speed(b)),
    spread: spread(mine.map(speed)),
    requests: mine.reduce((sum, { requests }) => sum + requests, 0),
  };
}

/** One figure over all operations. */
export const overall = (rows: readonly Row[], value: (row: Row) => number | null): number | null => {
  const values = rows.flatMap((row) => value(row) ?? []);
  return values.length > 0 ? geometricMean(values) : null;
};
