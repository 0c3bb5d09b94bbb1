import { sql, type RawBuilder } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { figuresOf } from '../line/line-figures.reads.ts';
import { leadTimes } from '../line/lead-times.service.ts';
import { overWholeTables } from '../line/whole-tables.service.ts';
import { proposalsOpened } from '../vmi.events.ts';
import { hasPlenty } from './plenty.policy.ts';
import { issuesOf, proposalsOf } from './run-statement.reads.ts';

export interface RunScope {
  readonly agreementId?: string | null;
  readonly supplierId?: string | null;
}

export interface RunResult {
  /** Null when there was nothing to write. */
  readonly runId: string | null;
  readonly lineCount: number;
  readonly proposalCount: number;
  readonly issueCount: number;
}

interface Row {
  lines: number;
  proposals: number;
  issues: number;
  suppliers: { id: string; count: number }[] | null;
}

/**
 * Computes what suppliers should deliver: for every active line whose position is at or below its reorder point, back
 * up to its maximum. One statement for any number of lines; asked again on the same day, it adds nothing.
 */
class ReplenishmentRuns {
  async run(work: Work, { agreementId, supplierId }: RunScope = {}): Promise<RunResult> {
    await work.em.flush();
    const chosen = [
      ...(agreementId ? [sql`a.id = ${agreementId}`] : []),
      ...(supplierId ? [sql`a.supplier_id = ${supplierId}`] : []),
    ];
    const which = sql`a.state = 'ACTIVE'${chosen.length > 0 ? sql` and ${sql.join(chosen, sql` and `)}` : sql``}`;
    const id = newId();
    const isNarrow = chosen.length > 0;
    const compute = () =>
      this.compute(work, id, which, isNarrow, {
        agreementId: agreementId ?? null,
        supplierId: supplierId ?? null,
      });
    const row = await (isNarrow ? compute() : overWholeTables(work, compute));
    for (const supplier of row.suppliers ?? [])
      work.record(proposalsOpened({ id, supplierId: supplier.id }, { count: supplier.count }));
    const isEmpty = row.proposals + row.issues === 0;
    return {
      runId: isEmpty ? null : id,
      lineCount: row.lines,
      proposalCount: row.proposals,
      issueCount: row.issues,
    };
  }

  private async compute(
    work: Work,
    id: string,
    which: RawBuilder<unknown>,
    isNarrow: boolean,
    { agreementId, supplierId }: Required<RunScope>,
  ): Promise<Row> {
    const now = work.clock.now();
    const due = await leadTimes.table(work, which);
    const { rows } = await sql<Row>`
      with ${figuresOf({ which, leaving: hasPlenty, isNarrow, now, due, usageOf: 'days of supply' })},
      ${proposalsOf(id, now)},
      ${issuesOf(id, now, which)},
      counts as (select (select count(*)::int from vmi_agreement_line l join vmi_agreement a on a.id = l.agreement_id where l.is_live and ${which}) as lines, (select count(*)::int from proposed) as proposals,
                        (select count(*)::int from found) as issues),
      kept as (
        insert into vmi_run (id, started_at, agreement_id, supplier_id, requested_by_person_id, line_count, proposal_count, issue_count)
        select ${id}, ${now}, ${agreementId}::uuid, ${supplierId}::uuid, ${work.actor.personId}::uuid, lines, proposals, issues
        from counts where proposals + issues > 0)
      select *, (select json_agg(json_build_object('id', supplier_id, 'count', n) order by supplier_id)
                 from (select supplier_id, count(*) as n from proposed where state = 'OPEN' group by 1) s) as suppliers
      from counts`.execute(work.sql);
    return rows[0] ?? { lines: 0, proposals: 0, issues: 0, suppliers: null };
  }
}

export const replenishmentRuns = new ReplenishmentRuns();
