import type { ResultOf } from '#ui/graphql/graphql.ts';
import { useMessages } from '#ui/i18n/define-messages.ts';
import { formatDate } from '#ui/i18n/format.ts';
import type { Column } from '#ui/list/columns.ts';
import { wordMessages } from '#ui/i18n/words.messages.ts';
import { moneyOf, quantityOf } from './figures.ts';
import type { withdrawalFields } from './statements.documents.ts';
import { statementMessages } from './statements.messages.ts';

export type Withdrawal = ResultOf<typeof withdrawalFields>;

/** What was taken, when and at what price. Read while rendering, for the words follow the language. */
export function withdrawalColumns(isAcrossSuppliers: boolean): Column<Withdrawal>[] {
  const t = useMessages(statementMessages);
  const w = useMessages(wordMessages);
  const settlement = (row: Withdrawal): string =>
    [t(row.isSettled ? 'isSettled' : 'isOpen'), row.isReversed ? t('reversed') : ''].filter(Boolean).join(', ');
  return [
    { key: 'date', label: t('takenOn'), text: (row) => formatDate(row.occurredOn) },
    {
      key: 'item',
      label: w('item'),
      text: (row) => `${row.item?.sku ?? ''} · ${row.item?.name ?? ''}`,
      card: 'title',
    },
    ...(isAcrossSuppliers
      ? [{ key: 'supplier', label: w('supplier'), text: (row: Withdrawal) => row.supplier?.name ?? '' }]
      : []),
    { key: 'site', label: w('site'), text: (row) => row.site?.code ?? '' },
    { key: 'kind', label: t('kind'), text: (row) => t(`kinds.${row.kind}`) },
    { key: 'quantity', label: w('quantity'), align: 'end', text: (row) => quantityOf(row.quantity) },
    { key: 'price', label: w('price'), align: 'end', text: (row) => moneyOf(row.unitPrice) },
    { key: 'amount', label: w('amount'), align: 'end', text: (row) => moneyOf(row.amount) },
    ...(isAcrossSuppliers ? [{ key: 'settled', label: t('settled'), text: settlement }] : []),
    { key: 'note', label: w('note'), text: (row) => row.note, card: 'hidden' },
  ];
}
