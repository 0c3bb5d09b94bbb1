import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate, formatDecimal, formatMoney, formatShare } from '#ui/i18n/format.ts';
import type { Column } from '#ui/list/columns.ts';
import type { InvoiceHead, SalesInvoice } from './invoice.documents.ts';

type Word =
  | 'freight'
  | 'order'
  | 'issued'
  | 'due'
  | 'state'
  | 'gross'
  | 'open'
  | 'item'
  | 'quantity'
  | 'price'
  | 'rate'
  | 'amount';
type Line = SalesInvoice['lines'][number];

export const moneyText = ({ amount, currency }: InvoiceHead['gross']): string => formatMoney(amount, currency);

/** What every list of invoices shows after its number and kind; the states are said by the caller. */
export function invoiceColumns<Row extends InvoiceHead>(
  t: Translate<Word>,
  states: Translate<`invoice.${InvoiceHead['state']}`>,
): Column<Row>[] {
  return [
    { key: 'order', label: t('order'), text: (row) => row.order?.number ?? '–' },
    {
      key: 'issued',
      label: t('issued'),
      text: (row) => (row.issuedOn ? formatDate(row.issuedOn) : '–'),
      isSortable: true,
    },
    { key: 'due', label: t('due'), text: (row) => (row.dueOn ? formatDate(row.dueOn) : '–'), isSortable: true },
    { key: 'state', label: t('state'), text: (row) => states(`invoice.${row.state}`) },
    { key: 'gross', label: t('gross'), text: (row) => moneyText(row.gross), align: 'end' },
    { key: 'open', label: t('open'), text: (row) => moneyText(row.open), align: 'end' },
  ];
}

export function invoiceLineColumns(t: Translate<Word>): Column<Line>[] {
  return [
    {
      key: 'item',
      label: t('item'),
      text: ({ item, kind, description }) =>
        kind === 'FREIGHT' ? t('freight') : item ? `${item.sku} · ${item.name}` : description,
    },
    {
      key: 'quantity',
      label: t('quantity'),
      text: ({ kind, quantity }) => (kind === 'FREIGHT' ? '–' : `${formatDecimal(quantity.value)} ${quantity.unit}`),
      align: 'end',
    },
    { key: 'price', label: t('price'), text: ({ unitPrice }) => moneyText(unitPrice), align: 'end' },
    { key: 'rate', label: t('rate'), text: ({ taxRate }) => formatShare(taxRate), align: 'end' },
    { key: 'amount', label: t('amount'), text: ({ netAmount }) => moneyText(netAmount), align: 'end' },
  ];
}
