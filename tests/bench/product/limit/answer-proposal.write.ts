import { newId } from '../../../../server/src/kernel/id.ts';
import { explained, proposalFields, withExplanation } from './proposals.statement.ts';
import { keyOf, keptAnswer, type Write } from './statement.ts';

interface Input {
  readonly idempotencyKey: string;
  readonly proposalId: string;
  readonly expectedVersion: number;
  readonly quantity: string;
}

/** The proposal as it is, held, with the terms it was made under; nothing when it may not be answered now. */
const open = `
  select p.*, v.quantity_tolerance, (now() at time zone o.time_zone)::date as today
  from vmi_proposal p join vmi_agreement a on a.id = p.agreement_id and a.state = 'ACTIVE'
  join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no and v.state = 'ACCEPTED'
  join catalog_site o on o.id = p.site_id
  where p.id = $1 and p.version = $2 and p.state = 'OPEN' and p.supplier_id = (select app_org()) for update of p`;

const parts = `jsonb_build_array(jsonb_build_object('quantity', $3::text, 'deliverOn', deliver_on))`;

/** Offers another quantity than was proposed, outside of what the terms allow: it waits for the buyer. */
export const answerProposal: Write = {
  answer: 3,
  steps(variables, { person, org, audience }) {
    const input = variables['input'] as Input;
    const id = keyOf(input.proposalId);
    const changes = [
      {
        type: 'Proposal',
        id,
        kind: 'updated',
        before: { state: 'OPEN', answerParts: null, answeredAt: null },
        after: { state: 'COUNTERED', answerParts: [{ quantity: input.quantity }], answeredAt: new Date() },
      },
    ];
    const entry = { id: newId(), act: 'proposalAnswer', subjectType: 'Proposal', subjectId: id, changes };
    const event = {
      name: 'vmi.proposal.countered',
      subjectType: 'VmiProposal',
      subjectId: id,
      supplierId: org,
      topic: 'PROPOSAL',
      hasListener: true,
    };
    return [
      keptAnswer(person, input.idempotencyKey, 'proposalAnswer', input, { proposal: id }),
      {
        text: `
with d as materialized (${open}),
kept as (
  insert into vmi_proposal_answer (id, supplier_id, proposal_id, proposal_version, answered_by, answered_by_person_id, answered_at, decision, parts, is_within_tolerance, reason)
  select $4, supplier_id, id, version, 'SUPPLIER', $5, now(), 'ACCEPT_WITH_CHANGES', ${parts}, false, ''
  from d where $3::numeric > 0 and deliver_on >= today and abs($3::numeric - quantity) > quantity * quantity_tolerance
  returning 1),
done as (
  update vmi_proposal p set state = 'COUNTERED', version = p.version + 1, answer_parts = jsonb_build_array(jsonb_build_object('quantity', $3::text, 'deliverOn', d.deliver_on)),
    answer_reason = '', substitute_item_id = null, answered_at = now()
  from d, kept where p.id = d.id returning 1)
select 1 / (select count(*) from done) as ok`,
        values: [id, input.expectedVersion, input.quantity, newId(), person],
      },
      {
        text: `select app_seal(jsonb_build_array($1::jsonb || jsonb_build_object('id', gen_random_uuid(), 'payload', jsonb_build_object('lineIds', jsonb_build_array(p.line_id)))), $2::jsonb, $3)
from vmi_proposal p where p.id = $4`,
        values: [JSON.stringify(event), JSON.stringify([{ ...entry, remoteAddress: '127.0.0.1' }]), audience, id],
      },
      {
        text: `
select json_build_object(${proposalFields})::text as node, ${explained}
from vmi_proposal p join catalog_item i on i.id = p.item_id join catalog_site o on o.id = p.site_id where p.id = $1`,
        values: [id],
      },
    ];
  },
  finish: (row) =>
    `{"data":{"proposalAnswer":{"proposal":${withExplanation(row)},"userErrors":[],"__typename":"VmiProposalPayload"}}}`,
};
