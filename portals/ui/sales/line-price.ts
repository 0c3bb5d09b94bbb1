import type { ExplainLine } from '#ui/figures/ExplainPopover.vue';
import type { Translate } from '#ui/i18n/define-messages.ts';
import { formatDecimal, formatMoney, formatShare } from '#ui/i18n/format.ts';
import type { SalesLine, WhyThisPrice } from './sales-line.documents.ts';

type Word = 'source' | 'list' | 'listPrice' | 'from' | 'promotion' | 'discount' | 'result' | 'cheaper';

export type ExplainedPrice = Pick<SalesLine, 'whyThisPrice' | 'discount' | 'unitPrice' | 'unit'>;

/** "Why this price?", line by line. */
export function priceLines(line: ExplainedPrice, source: string, t: Translate<Word>): ExplainLine[] {
  const why = line.whyThisPrice;
  const rows: readonly (readonly [Word, string | null])[] = [
    ['source', source],
    ['list', why.listName],
    ['listPrice', why.listPrice && formatMoney(why.listPrice.amount, why.listPrice.currency)],
    ['from', why.fromQuantity && `${formatDecimal(why.fromQuantity)} ${why.listUnit ?? ''}`],
    ['promotion', why.promotionName],
    ['discount', Number(line.discount) > 0 ? formatShare(line.discount) : null],
  ];
  return [
    ...rows.flatMap(([key, value]) => (value ? [{ label: t(key), value }] : [])),
    {
      label: t('result'),
      value: `${formatMoney(line.unitPrice.amount, line.unitPrice.currency)} / ${line.unit}`,
      isResult: true,
    },
  ];
}

/** From which quantity it would be cheaper, if from any. */
export function cheaperFrom(why: WhyThisPrice, t: Translate<Word>): string {
  if (!why.nextFromQuantity || !why.nextListPrice) return '';
  return t('cheaper', {
    quantity: `${formatDecimal(why.nextFromQuantity)} ${why.listUnit ?? ''}`,
    price: formatMoney(why.nextListPrice.amount, why.nextListPrice.currency),
  });
}
