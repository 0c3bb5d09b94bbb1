import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** How the company, or one of its sites, plans. */
export interface Policy {
  readonly bucket: 'DAY' | 'WEEK';
  readonly bucketCount: number;
  readonly expediteDays: number;
  readonly deferDays: number;
  readonly quantity: number;
  readonly consumption: { readonly backward: number; readonly forward: number };
  readonly historyWeeks: number;
  readonly holdoutWeeks: number;
  readonly seasonWeeks: number;
  readonly forecastWeeks: number;
}

const USUAL: Policy = {
  bucket: 'WEEK',
  bucketCount: 52,
  expediteDays: 0,
  deferDays: 5,
  quantity: 0.05,
  consumption: { backward: 0, forward: 0 },
  historyWeeks: 156,
  holdoutWeeks: 8,
  seasonWeeks: 52,
  forecastWeeks: 26,
};

/** The company's policy, and what sites do otherwise. Buckets are the company's: one plan has one horizon. */
export class Policies {
  constructor(private readonly bySite: ReadonlyMap<string | null, Policy>) {}

  get company(): Policy {
    return this.bySite.get(null) ?? USUAL;
  }

  of(siteId: string): Policy {
    const { bucket, bucketCount } = this.company;
    return { ...(this.bySite.get(siteId) ?? this.company), bucket, bucketCount };
  }
}

export async function readPolicies(work: Work): Promise<Policies> {
  const { rows } = await sql<Policy & { siteId: string | null }>`
    select site_id as "siteId", bucket, bucket_count as "bucketCount", expedite_tolerance_days as "expediteDays",
      defer_tolerance_days as "deferDays", quantity_tolerance::float8 as quantity,
      json_build_object('backward', consume_backward, 'forward', consume_forward) as consumption,
      history_weeks as "historyWeeks", holdout_weeks as "holdoutWeeks", season_weeks as "seasonWeeks", forecast_weeks as "forecastWeeks"
    from planning_policy`.execute(work.sql);
  return new Policies(new Map(rows.map(({ siteId, ...policy }) => [siteId, policy])));
}
