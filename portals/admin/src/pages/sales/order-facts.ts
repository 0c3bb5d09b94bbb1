import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDate, formatDecimal, formatMoney } from '#ui/i18n/format.ts';
import type { Fact } from '#ui/object/FactList.vue';
import type { SalesOrder } from './order.documents.ts';

type Word =
  | 'shipTo'
  | 'note'
  | 'terms'
  | 'days'
  | 'partial'
  | 'allowed'
  | 'notAllowed'
  | 'rate'
  | 'subtotal'
  | 'tax'
  | 'taxIncluded'
  | 'freight'
  | 'placedBy'
  | 'salesPerson'
  | 'origin'
  | 'external'
  | SalesOrder['origin'];
type ListWord = 'customer' | 'reference' | 'ordered' | 'wanted' | 'site' | 'total';

const money = ({ amount, currency }: { amount: string; currency: string }): string => formatMoney(amount, currency);

/** What is known about an order as a whole; what is empty is left out. */
export function orderFacts(order: SalesOrder, t: Translate<Word>, w: Translate<ListWord>): Fact[] {
  return [
    { key: 'customer', label: w('customer'), text: order.customer?.name ?? '' },
    { key: 'reference', label: w('reference'), text: order.customerReference },
    { key: 'ordered', label: w('ordered'), text: formatDate(order.orderedOn) },
    { key: 'wanted', label: w('wanted'), text: formatDate(order.requestedOn) },
    { key: 'site', label: w('site'), text: order.site ? `${order.site.code} · ${order.site.name}` : '' },
    { key: 'shipTo', label: t('shipTo'), text: order.shipTo },
    { key: 'terms', label: t('terms'), text: t('days', { n: order.paymentDays }) },
    { key: 'partial', label: t('partial'), text: t(order.allowsPartial ? 'allowed' : 'notAllowed') },
    { key: 'subtotal', label: t('subtotal'), text: money(order.subtotal) },
    { key: 'tax', label: t(order.isTaxInclusive ? 'taxIncluded' : 'tax'), text: money(order.tax) },
    { key: 'freight', label: t('freight'), text: money(order.freight) },
    { key: 'total', label: w('total'), text: money(order.total) },
    { key: 'rate', label: t('rate'), text: Number(order.exchangeRate) === 1 ? '' : formatDecimal(order.exchangeRate) },
    { key: 'origin', label: t('origin'), text: t(order.origin) },
    { key: 'placedBy', label: t('placedBy'), text: order.placedByName ?? '' },
    { key: 'salesPerson', label: t('salesPerson'), text: order.salesPersonName ?? '' },
    { key: 'external', label: t('external'), text: order.externalNumber ?? '' },
    { key: 'note', label: t('note'), text: order.note },
  ].filter(({ text }) => text !== '');
}
