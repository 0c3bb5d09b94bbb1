import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { openProposals } from '../proposal/open-proposals.service.ts';
import { limitsChanged } from '../vmi.events.ts';
import { sideOf } from '../vmi.policy.ts';
import type { AgreementLine, Limits } from './agreement-line.entity.ts';

/**
 * Changes the limits of a line and writes down who, when, from what to what and why. A proposal that was computed under
 * the old ones and still waits is superseded, and kept.
 */
export async function changeLimits(work: Work, line: AgreementLine, limits: Limits, reason: string): Promise<void> {
  const before = stored(line.limits);
  line.setLimits(limits);
  const after = stored(line.limits);
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  line.limitsRevision += 1;
  await work.em.flush();
  await sql`
    insert into vmi_limit_change (id, supplier_id, line_id, revision, changed_by, changed_by_person_id, changed_at, before, after, reason)
    values (${newId()}, ${line.supplierId}, ${line.id}, ${line.limitsRevision}, ${sideOf(work.actor)}, ${work.actor.personId},
            ${work.clock.now()}, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb, ${reason})`.execute(
    work.sql,
  );
  await openProposals.supersede(work, { lineId: line.id });
  work.record(limitsChanged(line, { lineIds: [line.id], revision: line.limitsRevision }));
}

const stored = ({ mode, minimum, reorderPoint, maximum }: Limits): Record<string, string | null> => ({
  mode,
  minimum: minimum?.toString() ?? null,
  reorderPoint: reorderPoint?.toString() ?? null,
  maximum: maximum?.toString() ?? null,
});
