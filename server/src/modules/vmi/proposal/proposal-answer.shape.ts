import { instant, shape, value, type Row } from '../../../platform/read/shape.ts';

const unit = (row: Row) =>
  `(select i.unit_code from vmi_proposal p join catalog_item i on i.id = p.item_id where p.id = ${row}.proposal_id)`;

/** The parts of an answer, stored as `[{quantity, deliverOn}]`, as the API shows them. */
export const answerPart = (parts: string, unitCode: string): string =>
  `(select coalesce(json_agg(json_build_object('quantity', json_build_object('value', part->>'quantity', 'unit', ${unitCode}), 'deliverOn', part->>'deliverOn') order by ordinality), '[]') from jsonb_array_elements(coalesce(${parts}, '[]')) with ordinality as x(part, ordinality))`;

/** Both sides read what was said. */
export const proposalAnswerShape = shape({
  type: 'VmiProposalAnswer',
  prefix: 'vpa',
  table: 'vmi_proposal_answer',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    proposalVersion: value('proposal_version'),
    answeredBy: value('answered_by'),
    answeredByName: value((row) => `(select p.name from identity_person p where p.id = ${row}.answered_by_person_id)`),
    answeredAt: instant('answered_at'),
    decision: value('decision'),
    parts: value((row) => answerPart(`${row}.parts`, unit(row))),
    isWithinTolerance: value('is_within_tolerance'),
    reason: value('reason'),
  },
});
