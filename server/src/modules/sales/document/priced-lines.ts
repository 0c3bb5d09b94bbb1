import { Decimal } from '../../../kernel/decimal.ts';
import type { Locale } from '../../../kernel/locale.ts';
import type { Fact, PaperCell, PaperTable } from '../../../platform/print/paper.ts';
import { moneyText, numberText, shareText } from '../../../platform/print/texts.ts';
import { wordsOf } from './document.words.ts';

/** A position with its price, as the database gives it. */
export interface PricedLine {
  readonly no: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly discount: string;
  readonly taxRate: string;
  readonly net: string;
  /** A second line under the name. */
  readonly below?: string;
}

const PRICE_PLACES = 4;

export const itemText = ({ sku, name, below }: Pick<PricedLine, 'sku' | 'name' | 'below'>): PaperCell => ({
  text: [sku, name].filter((part) => part !== '').join(' · '),
  below: below ?? '',
});

/** Positions with their prices; the column of discounts only where somebody has one. */
export function pricedTable(lines: readonly PricedLine[], currency: string, language: Locale): PaperTable {
  const say = wordsOf(language);
  const hasDiscount = lines.some(({ discount }) => !new Decimal(discount).isZero());
  return {
    columns: [
      { title: say('no'), isNumber: true },
      { title: say('item'), width: '*' },
      { title: say('quantity'), isNumber: true },
      { title: say('price'), isNumber: true },
      ...(hasDiscount ? [{ title: say('discount'), isNumber: true }] : []),
      { title: say('taxRate'), isNumber: true },
      { title: say('amount'), isNumber: true },
    ],
    rows: lines.map((line) => [
      String(line.no),
      itemText(line),
      `${numberText(line.quantity, language)} ${line.unit}`,
      numberText(line.price, language, { minimumFractionDigits: 2, maximumFractionDigits: PRICE_PLACES }),
      ...(hasDiscount ? [new Decimal(line.discount).isZero() ? '' : shareText(line.discount, language)] : []),
      shareText(line.taxRate, language),
      moneyText(line.net, currency, language),
    ]),
    empty: say('noLines'),
  };
}

interface Sums {
  readonly net: string;
  readonly freight?: string;
  readonly tax: string;
}

/** Net, freight where there is some, and tax. */
export function sumsOf({ net, freight = '0', tax }: Sums, currency: string, language: Locale): Fact[] {
  const say = wordsOf(language);
  return [
    [say('subtotal'), moneyText(net, currency, language)],
    ...(new Decimal(freight).isZero() ? [] : [[say('freight'), moneyText(freight, currency, language)] as const]),
    [say('tax'), moneyText(tax, currency, language)],
  ];
}
