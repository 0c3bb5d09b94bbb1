import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { proposalExpired, proposalSuperseded } from '../vmi.events.ts';

interface Ended {
  id: string;
  supplierId: string;
  lineId: string;
}

/** Ends proposals that nobody has decided, many at once; the rows stay. */
class OpenProposals {
  /** What they were computed from no longer holds: limits changed, or the agreement rests. */
  async supersede(work: Work, of: { agreementId: string } | { lineId: string }): Promise<void> {
    const which = 'lineId' in of ? sql`line_id = ${of.lineId}` : sql`agreement_id = ${of.agreementId}`;
    const { rows } = await sql<Ended>`
      update vmi_proposal set state = 'SUPERSEDED', closed_at = ${work.clock.now()}, version = version + 1
      where ${which} and state in ('COMPUTED', 'OPEN', 'COUNTERED')
      returning id, supplier_id as "supplierId", line_id as "lineId"`.execute(work.sql);
    for (const row of rows) work.record(proposalSuperseded(row, { lineIds: [row.lineId] }));
  }

  /** Those of these lines that were computed under limits which have changed since. */
  async supersedeOutdated(work: Work, lineIds: readonly string[]): Promise<void> {
    const { rows } = await sql<Ended>`
      update vmi_proposal p set state = 'SUPERSEDED', closed_at = ${work.clock.now()}, version = p.version + 1
      from vmi_agreement_line l
      where l.id = p.line_id and l.id = any(${lineIds}::uuid[]) and p.state in ('COMPUTED', 'OPEN', 'COUNTERED')
        and p.limits_revision < l.limits_revision
      returning p.id, p.supplier_id as "supplierId", p.line_id as "lineId"`.execute(work.sql);
    for (const row of rows) work.record(proposalSuperseded(row, { lineIds: [row.lineId] }));
  }

  /**
   * Gives up on proposals whose day has passed without an answer, so that the next run computes anew.
   * @returns how many.
   */
  async expire(work: Work): Promise<number> {
    const { rows } = await sql<Ended>`
      update vmi_proposal p set state = 'EXPIRED', closed_at = ${work.clock.now()}, version = version + 1
      from catalog_site s
      where s.id = p.site_id and p.state in ('COMPUTED', 'OPEN', 'COUNTERED')
        and p.deliver_on < (${work.clock.now()}::timestamptz at time zone s.time_zone)::date
        and p.answer_due_at < ${work.clock.now()}
      returning p.id, p.supplier_id as "supplierId", p.line_id as "lineId"`.execute(work.sql);
    for (const row of rows) work.record(proposalExpired(row, { lineIds: [row.lineId] }));
    return rows.length;
  }
}

export const openProposals = new OpenProposals();
