import type { ResultOf } from '#ui/graphql/graphql.ts';
import { useMessages } from '#ui/i18n/define-messages.ts';
import { formatDecimal, formatMoney } from '#ui/i18n/format.ts';
import type { Column } from '#ui/list/columns.ts';
import { wordMessages } from '#ui/i18n/words.messages.ts';
import type { stockQuery } from './stock.documents.ts';
import { stockMessages } from './stock.messages.ts';

export type StockRow = ResultOf<typeof stockQuery>['stock']['edges'][number]['node'];

export function amountOf({ value, unit }: { readonly value: string; readonly unit: string }): string {
  return `${formatDecimal(value)} ${unit}`;
}

/** The totals of one item at one site. Read while rendering, for the words follow the language. */
export function stockColumns(): Column<StockRow>[] {
  const t = useMessages(stockMessages);
  const w = useMessages(wordMessages);
  return [
    { key: 'sku', label: w('sku'), text: (row) => row.item?.sku ?? '', isSortable: true, card: 'title' },
    { key: 'name', label: w('name'), text: (row) => row.item?.name ?? '' },
    { key: 'site', label: w('site'), text: (row) => row.site?.code ?? '' },
    { key: 'onHand', label: t('onHand'), align: 'end', text: (row) => amountOf(row.onHand) },
    { key: 'available', label: t('available'), align: 'end', text: (row) => amountOf(row.available) },
    {
      key: 'reserved',
      label: t('reserved'),
      align: 'end',
      card: 'hidden',
      text: (row) => amountOf(row.reserved),
    },
    {
      key: 'quality',
      label: t('quality'),
      align: 'end',
      card: 'hidden',
      text: (row) => amountOf(row.quality),
    },
    {
      key: 'blocked',
      label: t('blocked'),
      align: 'end',
      card: 'hidden',
      text: (row) => amountOf(row.blocked),
    },
    {
      key: 'reorderPoint',
      label: t('reorderPoint'),
      align: 'end',
      text: (row) => amountOf(row.reorderPoint),
    },
    {
      key: 'value',
      label: t('value'),
      align: 'end',
      card: 'hidden',
      text: ({ value }) => (value ? formatMoney(value.amount, value.currency) : w('none')),
    },
    { key: 'level', label: t('level'), text: (row) => t(row.isBelowReorderPoint ? 'below' : 'enough') },
  ];
}
