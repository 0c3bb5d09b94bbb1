import { overall, type Row } from '../measure/compare.ts';
import type { Starts } from '../start/starts.ts';
import { quantile } from '../measure/statistics.ts';

/** What is known of the product when everything has been measured. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly reads: ReadonlySet<string>;
  readonly memoryMb: number;
  readonly starts: Starts | null;
}

interface Goal {
  readonly says: string;
  readonly wanted: number;
  readonly isAtMost?: boolean;
  /** Null: not measured in this run. */
  readonly measured: (found: Findings) => number | null;
}

const ours = ({ rows }: Findings): Row[] => rows.filter(({ contender }) => contender === 'corridor');
const reads = (found: Findings): Row[] => ours(found).filter(({ operation }) => found.reads.has(operation));
const of = (found: Findings, operation: string, value: (row: Row) => number | null): number | null => {
  const row = ours(found).find((one) => one.operation === operation);
  return row ? value(row) : null;
};
const least = (values: readonly (number | null)[]): number | null => {
  const known = values.flatMap((value) => value ?? []);
  return known.length > 0 ? Math.min(...known) : null;
};
const most = (values: readonly number[]): number | null => (values.length > 0 ? Math.max(...values) : null);

const GOALS: readonly Goal[] = [
  {
    says: 'reads, CPU of the limit over ours, geometric mean',
    wanted: 0.8,
    measured: (found) => overall(reads(found), (row) => row.cpuRatioToLimit),
  },
  {
    says: 'reads, requests a second over those of the limit, geometric mean',
    wanted: 0.65,
    measured: (found) => overall(reads(found), (row) => row.ratioToLimit),
  },
  {
    says: 'reads, requests a second over those of the peer, geometric mean',
    wanted: 1.6,
    measured: (found) => overall(reads(found), (row) => row.ratioToPeer),
  },
  {
    says: 'reads, the same, the least of them',
    wanted: 1.3,
    measured: (found) => least(reads(found).map((row) => row.ratioToPeer)),
  },
  {
    says: 'placing orders over the limit',
    wanted: 0.85,
    measured: (found) => of(found, 'placeOrder', (row) => row.ratioToLimit),
  },
  {
    says: 'placing orders over the peer',
    wanted: 1.5,
    measured: (found) => of(found, 'placeOrder', (row) => row.ratioToPeer),
  },
  {
    says: 'movements over the limit',
    wanted: 0.75,
    measured: (found) => of(found, 'recordMovement', (row) => row.ratioToLimit),
  },
  {
    says: 'movements over the peer',
    wanted: 2,
    measured: (found) => of(found, 'recordMovement', (row) => row.ratioToPeer),
  },
  {
    says: 'p99 over the median, the worst operation',
    wanted: 5,
    isAtMost: true,
    measured: (found) => most(ours(found).map(({ p50Ms, p99Ms }) => p99Ms / p50Ms)),
  },
  { says: 'memory of the server, MB', wanted: 400, isAtMost: true, measured: ({ memoryMb }) => memoryMb },
  {
    says: 'start on existing data, seconds',
    wanted: 3,
    isAtMost: true,
    measured: ({ starts }) => starts && quantile(starts.warm, 0.5),
  },
];

/** Each goal in a line: met, missed, or not measured in this run. */
export function verdicts(found: Findings): string {
  return GOALS.map(({ says, wanted, isAtMost = false, measured }) => {
    const value = measured(found);
    const goal = `goal ${isAtMost ? '<' : '>='} ${wanted}`;
    if (value === null) return `  not measured  ${says} (${goal})`;
    const isMet = isAtMost ? value < wanted : value >= wanted;
    return `  ${(isMet ? 'met' : 'MISSED').padEnd(13)} ${says}: ${value.toFixed(value < 100 ? 2 : 0)} (${goal})`;
  }).join('\n');
}
