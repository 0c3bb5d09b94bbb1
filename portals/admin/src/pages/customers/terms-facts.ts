import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatMoney, formatShare } from '#ui/i18n/format.ts';
import type { Fact } from '#ui/object/FactList.vue';
import type { Terms } from './customer.documents.ts';

type Word =
  | 'credit'
  | 'creditOf'
  | 'receivable'
  | 'noLimit'
  | 'payment'
  | 'days'
  | 'tax'
  | 'taxIncluded'
  | 'taxExcluded'
  | 'rounding'
  | 'LINE'
  | 'GLOBAL'
  | 'confirms'
  | 'cutoff'
  | 'cutoffDays'
  | 'partial'
  | 'site'
  | 'priceList'
  | 'territory'
  | 'currency';

const money = ({ amount, currency }: { amount: string; currency: string }): string => formatMoney(amount, currency);

/** On what terms a customer buys, as names and values. */
export function termsFacts(terms: Terms, t: Translate<Word>, yesNo: (value: boolean) => string): Fact[] {
  const { creditLimit, receivable, taxRate, site, priceList } = terms;
  const limit = creditLimit ? money(creditLimit) : t('noLimit');
  return [
    { key: 'credit', label: t('credit'), text: t('creditOf', { used: money(receivable), limit }) },
    { key: 'payment', label: t('payment'), text: t('days', { n: terms.paymentDays }) },
    { key: 'currency', label: t('currency'), text: terms.currency },
    {
      key: 'tax',
      label: t('tax'),
      text: t(terms.isTaxInclusive ? 'taxIncluded' : 'taxExcluded', { rate: formatShare(taxRate, 2) }),
    },
    { key: 'rounding', label: t('rounding'), text: t(terms.taxRounding) },
    { key: 'confirms', label: t('confirms'), text: yesNo(terms.confirmsAtOnce) },
    { key: 'cutoff', label: t('cutoff'), text: t('cutoffDays', { n: terms.cutoffDays }) },
    { key: 'partial', label: t('partial'), text: yesNo(terms.allowsPartial) },
    { key: 'site', label: t('site'), text: site ? `${site.code} · ${site.name}` : '' },
    { key: 'priceList', label: t('priceList'), text: priceList ? `${priceList.code} · ${priceList.name}` : '' },
    {
      key: 'territory',
      label: t('territory'),
      text: terms.territory ? `${terms.territory.code} · ${terms.territory.name}` : '',
    },
  ].filter(({ text }) => text !== '');
}
