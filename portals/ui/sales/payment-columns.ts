import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate } from '#ui/i18n/format.ts';
import type { Column } from '#ui/list/columns.ts';
import { moneyText } from './invoice-columns.ts';
import type { SalesPayment } from './payment.documents.ts';

type Word = 'paidOn' | 'method' | 'reference' | 'settles' | 'gross' | 'onAccount';

/** What every list of payments shows after its number and kind; the methods are said by the caller. */
export function paymentColumns<Row extends SalesPayment>(
  t: Translate<Word>,
  states: Translate<`paymentMethod.${SalesPayment['method']}`>,
): Column<Row>[] {
  return [
    { key: 'paidOn', label: t('paidOn'), text: (row) => formatDate(row.paidOn) },
    { key: 'method', label: t('method'), text: (row) => states(`paymentMethod.${row.method}`) },
    { key: 'reference', label: t('reference'), text: (row) => row.reference || '–' },
    {
      key: 'settles',
      label: t('settles'),
      text: (row) => row.shares.map(({ invoice }) => invoice?.number ?? '').join(', ') || '–',
    },
    { key: 'amount', label: t('gross'), text: ({ amount }) => moneyText(amount), align: 'end' },
    { key: 'onAccount', label: t('onAccount'), text: ({ onAccount }) => moneyText(onAccount), align: 'end' },
  ];
}
