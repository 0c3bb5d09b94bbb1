import type { RecordBucket } from './record.calc.ts';

export type GridState = 'SHORT' | 'LATE' | 'BELOW_SAFETY' | 'PLANNED' | 'COVERED';

/** What a planner should see of a bucket at a glance: the worst that is true of it. */
export function gridState(bucket: RecordBucket, safetyStock: string): GridState {
  const projected = Number(bucket.projectedOnHand);
  if (projected < 0) return 'SHORT';
  if (bucket.isPastDue) return Number(bucket.plannedReleases) > 0 ? 'LATE' : 'COVERED';
  if (projected < Number(safetyStock)) return 'BELOW_SAFETY';
  return Number(bucket.plannedReceipts) > 0 ? 'PLANNED' : 'COVERED';
}
