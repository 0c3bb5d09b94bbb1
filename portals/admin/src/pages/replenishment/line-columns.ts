import type { ResultOf } from '#ui/graphql/graphql.ts';
import { useMessages } from '#ui/i18n/define-messages.ts';
import { formatDecimal } from '#ui/i18n/format.ts';
import { stateMessages } from '#ui/i18n/states.messages.ts';
import type { Column } from '#ui/list/columns.ts';
import { wordMessages } from '#ui/i18n/words.messages.ts';
import type { lineFields } from './replenishment.documents.ts';
import { replenishmentMessages } from './replenishment.messages.ts';

export type VmiLine = ResultOf<typeof lineFields>;
export const colours = ['OUT_OF_STOCK', 'BELOW_MIN', 'ON_TRACK', 'ABOVE_MAX', 'NO_DATA'] as const;

/** A quantity with its unit as text; a dash where there is none. */
export function quantityOf(quantity: { readonly value: string; readonly unit: string } | null): string {
  return quantity ? `${formatDecimal(quantity.value)} ${quantity.unit}` : '–';
}

/** How one line stands. Read while rendering, for the words follow the language. */
export function lineColumns(): Column<VmiLine>[] {
  const t = useMessages(replenishmentMessages);
  const w = useMessages(wordMessages);
  const states = useMessages(stateMessages);
  return [
    {
      key: 'item',
      label: w('item'),
      text: (row) => `${row.item?.sku ?? ''} · ${row.item?.name ?? ''}`,
      isSortable: true,
      card: 'title',
    },
    { key: 'supplier', label: w('supplier'), text: (row) => row.supplier?.name ?? '' },
    { key: 'site', label: w('site'), text: (row) => row.site?.code ?? '' },
    { key: 'colour', label: t('colour'), text: (row) => states(`stock.${row.colour}`), isSortable: true },
    {
      key: 'cover',
      label: t('cover'),
      align: 'end',
      isSortable: true,
      text: (row) =>
        row.daysOfSupply === null
          ? '–'
          : t('days', { n: formatDecimal(row.daysOfSupply, { maximumFractionDigits: 1 }) }),
    },
    { key: 'onHand', label: t('onHand'), align: 'end', text: (row) => quantityOf(row.onHand) },
    {
      key: 'inTransit',
      label: t('inTransit'),
      align: 'end',
      card: 'hidden',
      text: (row) => quantityOf(row.inTransit),
    },
    {
      key: 'openOrder',
      label: t('openOrder'),
      align: 'end',
      card: 'hidden',
      text: (row) => quantityOf(row.openOrder),
    },
    { key: 'awaiting', label: t('awaiting'), align: 'end', text: (row) => quantityOf(row.awaitingAnswer) },
    {
      key: 'steps',
      label: t('steps'),
      text: (row) => row.projectedStock.map(({ colour }) => states(`stock.${colour}`)).join(', '),
    },
  ];
}
