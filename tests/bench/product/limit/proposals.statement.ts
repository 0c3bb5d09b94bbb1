import { withFigures } from '../../../../server/src/kernel/figures.ts';
import { explain, type Explained } from '../../../../server/src/modules/vmi/proposal/explanation.calc.ts';
import { cursor, gid, instant, pageOf, quantity, type Statement } from './statement.ts';

interface Kept extends Omit<Explained, 'inputs'> {
  readonly inputs: string;
}

/** A proposal as suppliers see it, all but its explanation: `p` with its item `i` and its site `o`. */
export const proposalFields = `
    'id', ${gid('vpr', 'p.id')}, 'number', p.number, 'state', p.state, 'origin', p.origin, 'version', p.version,
    'allowedActions', case p.state when 'OPEN' then json_build_array('vmi.proposal.answer') else '[]' end,
    'deliverOn', p.deliver_on, 'answerDueAt', ${instant('p.answer_due_at')}, 'isAnswerOverdue', p.state = 'OPEN' and p.answer_due_at < now(),
    'answerReason', p.answer_reason,
    'item', json_build_object('id', ${gid('itm', 'i.id')}, 'sku', i.sku, 'name', i.name_en, '__typename', 'Item'),
    'site', json_build_object('id', ${gid('sit', 'o.id')}, 'code', o.code, 'timeZone', o.time_zone, '__typename', 'Site'),
    'quantity', ${quantity('p.quantity', 'i.unit_code')},
    'orderQuantity', ${quantity('round(p.quantity * p.denominator / p.numerator, 6)', 'p.order_unit_code')},
    'offer', (select coalesce(json_agg(json_build_object('quantity', json_build_object('value', part->>'quantity', 'unit', i.unit_code, '__typename', 'Quantity'),
        'deliverOn', part->>'deliverOn', '__typename', 'VmiAnswerPart') order by ordinality), '[]')
      from jsonb_array_elements(coalesce(p.answer_parts, '[]')) with ordinality as x(part, ordinality)),
    '__typename', 'VmiProposal'`;

/** What the explanation is worded from. */
export const explained = `
  json_build_object('unit', i.unit_code, 'quantity', trim_scale(p.quantity)::text, 'deliverOn', p.deliver_on, 'inputs', p.inputs::text) as explained`;

/** The explanation is worded by the product's own function. */
export function withExplanation({ node, explained }: Readonly<Record<string, unknown>>): string {
  const kept = explained as Kept;
  const inputs = withFigures(kept.inputs) as Explained['inputs'];
  const lines = explain({ ...kept, inputs }, 'en', true).map((line) => ({
    ...line,
    __typename: 'VmiExplanationLine',
  }));
  return `${(node as string).slice(0, -1)},"explanation":${JSON.stringify(lines)}}`;
}

/** The supplier's open proposals, the most urgent first. */
export const supplierProposals: Statement = {
  text: `
with page as materialized (
  select p.* from vmi_proposal p
  where p.supplier_id = (select app_org()) and p.opened_at is not null and p.state = any($2::text[]) and p.state in ('COMPUTED', 'OPEN', 'COUNTERED')
  order by p.answer_due_at, p.id limit $1::int + 1)
select json_build_object(${proposalFields})::text as node, ${cursor('p.answer_due_at', 'p.id')} as cursor, ${explained}
from page p join catalog_item i on i.id = p.item_id join catalog_site o on o.id = p.site_id
order by p.answer_due_at, p.id`,
  values: ({ first, state }) => [first, state],
  finish: (rows, { first }) =>
    pageOf(
      'vmiProposals',
      'VmiProposal',
      rows.map(withExplanation),
      Number(first),
      rows.map((row) => row['cursor'] as string),
    ),
};
