import { sql } from 'kysely';
import type { Work } from '../db/work.ts';

const MOST_AT_ONCE = 10_000;

/** Where the chain ends: written down outside, it also shows that nothing was cut off later. */
export interface ChainHead {
  readonly place: number;
  readonly hash: string;
}

/** One thing about the log that does not fit: which link or entry, and what is wrong with it. */
export interface ChainProblem {
  readonly place: number | null;
  readonly entryId: string;
  readonly problem: 'ENTRY_REMOVED' | 'LINK_REMOVED' | 'ENTRY_CHANGED' | 'CONTENT_CHANGED' | 'NOT_SEALED';
}

/** Makes the audit log tamper-evident: every entry is chained to the one before it (decision 0005). */
export class AuditChain {
  /** Seals what is not sealed yet, up to ten thousand entries; answers how many. */
  async seal(work: Work): Promise<number> {
    const { rows } = await sql<{ sealed: number }>`select app_audit_seal(${MOST_AT_ONCE}) as sealed`.execute(work.sql);
    return rows[0]?.sealed ?? 0;
  }

  async head(work: Work): Promise<ChainHead | null> {
    const { rows } = await sql<{ place: string; hash: string }>`
      select place, encode(hash, 'hex') as hash from platform_audit_link order by place desc limit 1`.execute(work.sql);
    return rows[0] ? { place: Number(rows[0].place), hash: rows[0].hash } : null;
  }

  /** Whether the chain still contains a head that was written down earlier. */
  async contains(work: Work, { place, hash }: ChainHead): Promise<boolean> {
    const { rows } = await sql`
      select from platform_audit_link where place = ${place} and encode(hash, 'hex') = ${hash}`.execute(work.sql);
    return rows.length > 0;
  }

  /** What was tampered with; empty when the log is whole. */
  async problems(work: Work): Promise<ChainProblem[]> {
    const { rows } = await sql<{ place: string | null; entry_id: string; problem: ChainProblem['problem'] }>`
      select place, entry_id, problem from app_audit_problems()`.execute(work.sql);
    return rows.map(({ place, entry_id, problem }) => ({
      place: place === null ? null : Number(place),
      entryId: entry_id,
      problem,
    }));
  }
}

export const auditChain = new AuditChain();
