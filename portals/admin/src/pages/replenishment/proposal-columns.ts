import type { ResultOf } from '#ui/graphql/graphql.ts';
import { useMessages } from '#ui/i18n/define-messages.ts';
import { formatDate, formatInstant } from '#ui/i18n/format.ts';
import { stateMessages } from '#ui/i18n/states.messages.ts';
import type { Column } from '#ui/list/columns.ts';
import { wordMessages } from '#ui/i18n/words.messages.ts';
import { quantityOf } from './line-columns.ts';
import type { proposalFields } from './proposals.documents.ts';
import { replenishmentMessages } from './replenishment.messages.ts';

export type Proposal = ResultOf<typeof proposalFields>;
export const proposalStates = [
  'COMPUTED',
  'OPEN',
  'COUNTERED',
  'ACCEPTED',
  'DECLINED',
  'SUPERSEDED',
  'EXPIRED',
] as const;

/** What the supplier offers or promised, as text: parts, and what comes in its place. */
export function offerOf(proposal: Proposal): string {
  const t = useMessages(replenishmentMessages);
  const parts = proposal.offer.map(({ quantity, deliverOn }) =>
    t('offerPart', { quantity: quantityOf(quantity), date: formatDate(deliverOn) }),
  );
  const { substitute } = proposal;
  return [...parts, substitute ? t('instead', { item: substitute.sku }) : ''].filter(Boolean).join('; ');
}

/** What is proposed and what was answered. Read while rendering, for the words follow the language. */
export function proposalColumns(): Column<Proposal>[] {
  const t = useMessages(replenishmentMessages);
  const w = useMessages(wordMessages);
  const states = useMessages(stateMessages);
  const isWaiting = (row: Proposal): boolean => row.state === 'OPEN' || row.state === 'COMPUTED';
  return [
    { key: 'number', label: w('number'), text: (row) => row.number, card: 'title' },
    { key: 'item', label: w('item'), text: (row) => `${row.item?.sku ?? ''} · ${row.item?.name ?? ''}` },
    { key: 'supplier', label: w('supplier'), text: (row) => row.supplier?.name ?? '' },
    { key: 'site', label: w('site'), text: (row) => row.site?.code ?? '', card: 'hidden' },
    { key: 'quantity', label: t('proposed'), align: 'end', text: (row) => quantityOf(row.quantity) },
    { key: 'deliverOn', label: t('deliverOn'), text: (row) => formatDate(row.deliverOn) },
    {
      key: 'offer',
      label: t('offer'),
      text: (row) => offerOf(row) || (row.origin === 'SUPPLIER' ? t('bySupplier') : w('none')),
    },
    {
      key: 'answerDue',
      label: t('answerDue'),
      isSortable: true,
      card: 'hidden',
      text: (row) =>
        isWaiting(row)
          ? [formatInstant(row.answerDueAt), row.isAnswerOverdue ? t('overdue') : ''].filter(Boolean).join(', ')
          : w('none'),
    },
    { key: 'state', label: w('state'), text: (row) => states(`proposal.${row.state}`) },
    { key: 'acts', label: t('why'), text: () => '' },
  ];
}
