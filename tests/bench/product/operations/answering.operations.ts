import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import * as peer from '../peer/answering.peer.ts';
import type { Stage } from '../stage/stage.ts';
import { refilled, type Operation } from './operation.ts';

const MOST = 4000;

/** What was offered is forgotten, so that there is always something to answer. */
const reopenSql = `
begin; set local session_replication_role = 'replica';
update vmi_proposal set state = 'OPEN', answer_parts = null, answered_at = null where state = 'COUNTERED';
commit`;

const leftSql = `
select p.state, p.version - 1 = a.proposal_version as is_next, p.answer_reason, p.answered_at is not null as is_answered,
  a.answered_by, a.decision, a.is_within_tolerance, a.answered_by_person_id is not null as has_person, a.parts = p.answer_parts as is_kept,
  (select jsonb_agg(jsonb_build_array(e.name, e.supplier_id = p.supplier_id, e.payload ? 'lineIds')) from platform_event e where e.subject_id = p.id) as events
from vmi_proposal p join vmi_proposal_answer a on a.proposal_id = p.id where p.id = $1`;

/** A supplier offers half of what was proposed; that is outside of the terms and waits for the buyer. */
const answerProposal: Operation = {
  name: 'answerProposal',
  document: 'SupplierProposalAnswer',
  kind: 'write',
  peer: peer.answerProposal,
  async asks({ query }: Stage) {
    return refilled(async () => {
      await query(reopenSql);
      const rows = await query<{ id: string; who: string; version: number; half: string }>(
        `select p.id, right(p.supplier_id::text, 6) as who, p.version, trim_scale(round(p.quantity / 2))::text as half
         from vmi_proposal p where p.state = 'OPEN' and p.quantity >= 4 order by p.version, md5(p.id::text) limit $1`,
        [MOST],
      );
      return rows.map(({ id, who, version, half }) => ({
        portal: 'supplier' as const,
        who: Number.parseInt(who, 16),
        variables: {
          input: {
            idempotencyKey: crypto.randomUUID(),
            proposalId: toGlobalId('vpr', id),
            expectedVersion: version,
            decision: 'ACCEPT_WITH_CHANGES',
            quantity: half,
          },
        },
      }));
    });
  },
  left: ({ query }, { variables }) => query(leftSql, [peer.proposalOf(variables)]),
};

export const answeringOperations: readonly Operation[] = [answerProposal];
