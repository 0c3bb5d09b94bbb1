import type { RecordBucket } from './record.calc.ts';

const COLUMNS = [
  'period',
  'bucket_start',
  'gross_requirements',
  'scheduled_receipts',
  'projected_on_hand',
  'net_requirements',
  'planned_receipts',
  'planned_releases',
] as const;

/** A record as CSV, one row per bucket; the past-due bucket is period 0 and has no first day. */
export function recordCsv(buckets: readonly RecordBucket[]): string {
  const rows = buckets.map((bucket) =>
    [
      bucket.period,
      bucket.isPastDue ? 'past due' : bucket.startsOn,
      bucket.grossRequirements,
      bucket.scheduledReceipts,
      bucket.projectedOnHand,
      bucket.netRequirements,
      bucket.plannedReceipts,
      bucket.plannedReleases,
    ].join(','),
  );
  return [COLUMNS.join(','), ...rows, ''].join('\n');
}
